/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What the watch says of each hop. */
final class Hops {
    private static final JsonMapper JSON = new JsonMapper();

    private Hops() {}

    static String inWords(StackSettings settings) {
        String url = "http://127.0.0.1:%s/status".formatted(settings.value("WATCH_PORT"));
        try {
            return lines(JSON.readTree(Http.get(url).body()));
        } catch (IOException e) {
            return "The watch does not answer at %s: how far hops are behind is not known.".formatted(url);
        }
    }

    static String lines(JsonNode hops) {
        return StreamSupport.stream(hops.spliterator(), false)
                .map(hop -> "%-10s %-7s %s"
                        .formatted(
                                hop.path("hop").asText(),
                                hop.path("health").asText().toUpperCase(Locale.ROOT),
                                hop.path("words").asText()))
                .collect(Collectors.joining("\n"));
    }
}
