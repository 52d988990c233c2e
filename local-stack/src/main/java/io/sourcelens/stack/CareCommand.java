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

/** {@code care}: compacts small files, expires old snapshots and removes orphans, in every table of the lake. */
@Command(
        name = "care",
        description = "Compacts small files, expires old snapshots, removes orphans.",
        mixinStandardHelpOptions = true)
final class CareCommand implements Callable<Integer> {
    private static final Duration TIMEOUT = Duration.ofMinutes(30);
    private static final double KIBIBYTE = 1 << 10;

    @Override
    public Integer call() throws IOException {
        JsonNode tables = cared(RunningStack.settings(SourceLens.options()));
        System.out.printf("%-32s %15s %23s %9s %8s %8s%n", "table", "files", "KiB", "snapshots", "deleted", "orphans");
        boolean failed = false;
        for (JsonNode table : tables) {
            System.out.println(line(table));
            failed |= table.has("failure");
        }
        return failed ? 1 : 0;
    }

    private static String line(JsonNode table) {
        String name = table.path("table").asText();
        if (table.has("failure")) {
            return "%-32s FAILED: %s; see ./sourcelens logs batch"
                    .formatted(name, OneLine.of(table.path("failure").asText()));
        }
        return String.format(
                Locale.ROOT,
                "%-32s %6d → %6d %10.0f → %10.0f %9d %8d %8d",
                name,
                table.path("files_before").asLong(),
                table.path("files_after").asLong(),
                table.path("bytes_before").asLong() / KIBIBYTE,
                table.path("bytes_after").asLong() / KIBIBYTE,
                table.path("snapshots_expired").asLong(),
                table.path("files_deleted").asLong(),
                table.path("orphans_removed").asLong());
    }

    private static JsonNode cared(StackSettings settings) throws IOException {
        String url = "http://127.0.0.1:%s/care".formatted(settings.value("BATCH_PORT"));
        HttpResponse<String> response;
        try {
            response = Http.post(url, "", Map.of(), TIMEOUT);
        } catch (IOException e) {
            throw new StackException(
                    "Cannot care for tables: the batch driver does not answer at %s; start ./sourcelens demo"
                            .formatted(url),
                    e);
        }
        if (response.statusCode() != 200) {
            throw new StackException("Cannot care for tables: the batch driver says %d %s; see ./sourcelens logs batch"
                    .formatted(response.statusCode(), OneLine.of(response.body().strip())));
        }
        return new JsonMapper().readTree(response.body());
    }
}
