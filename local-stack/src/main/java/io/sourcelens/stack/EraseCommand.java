/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code erase}: a buyer leaves the lake. */
@Command(
        name = "erase",
        description = "Erases a buyer from the lake; see docs/erasure.md.",
        mixinStandardHelpOptions = true)
final class EraseCommand implements Callable<Integer> {
    private static final Duration TIMEOUT = Duration.ofMinutes(30);
    private static final JsonMapper JSON = new JsonMapper();

    @Option(names = "--buyer", required = true, description = "The buyer's id, as the marketplace knows it.")
    private String buyer = "";

    @Option(names = "--marketplace", description = "Whose buyer; default ${DEFAULT-VALUE}.", defaultValue = "demo")
    private String marketplace = "";

    @Override
    public Integer call() throws IOException {
        JsonNode tables = erased(RunningStack.settings(SourceLens.options()));
        if (tables.isEmpty()) {
            System.out.println("Nothing names this buyer.");
            return 0;
        }
        System.out.printf("%-24s %8s %16s%n", "table", "rows", "snapshots left");
        long left = 0;
        for (JsonNode table : tables) {
            left += table.path("snapshots_left").asLong();
            System.out.printf(
                    Locale.ROOT,
                    "%-24s %8d %16d%n",
                    table.path("table").asText(),
                    table.path("rows").asLong(),
                    table.path("snapshots_left").asLong());
        }
        if (left > 0) {
            System.out.println(
                    "A job has yet to read older snapshots; table care expires them afterwards, within a day.");
        }
        return left > 0 ? 1 : 0;
    }

    private JsonNode erased(StackSettings settings) throws IOException {
        String url = "http://127.0.0.1:%s/erase".formatted(settings.value("BATCH_PORT"));
        String request = JSON.writeValueAsString(Map.of("marketplace", marketplace, "buyer", buyer));
        HttpResponse<String> response;
        try {
            response = Http.post(url, request, Map.of(), TIMEOUT);
        } catch (IOException e) {
            throw new StackException(
                    "Cannot erase a buyer: the batch driver does not answer at %s; start ./sourcelens demo"
                            .formatted(url),
                    e);
        }
        if (response.statusCode() != 200) {
            throw new StackException("Cannot erase a buyer: the batch driver says %d %s; see ./sourcelens logs batch"
                    .formatted(response.statusCode(), OneLine.of(response.body().strip())));
        }
        return JSON.readTree(response.body());
    }
}
