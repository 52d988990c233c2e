/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dead-letters}: what was rejected, by reason, with one example each. */
@Command(name = "dead-letters", description = "What was rejected, by reason.", mixinStandardHelpOptions = true)
final class DeadLettersCommand implements Callable<Integer> {
    @Option(names = "--list", description = "The newest ones themselves, this many.", defaultValue = "0")
    private int list;

    @Override
    public Integer call() throws IOException {
        StackSettings settings = RunningStack.settings(SourceLens.options());
        String sql = list > 0
                ? "SELECT * FROM icebergLocal('raw/dead_letter') ORDER BY ingested_at DESC LIMIT %d FORMAT Vertical"
                        .formatted(list)
                : """
                SELECT source, topic, reason, count() AS dead_letters FROM icebergLocal('raw/dead_letter')
                GROUP BY source, topic, reason ORDER BY dead_letters DESC FORMAT PrettyCompactNoEscapes""";
        HttpResponse<String> response = ask(settings, sql);
        if (response.body().contains("FILE_DOESNT_EXIST")) {
            System.out.println("There are no dead letters yet.");
            return 0;
        }
        if (response.statusCode() != 200) {
            throw new StackException(
                    "Cannot list dead letters: " + response.body().strip());
        }
        System.out.print(response.body().isBlank() ? "There are no dead letters.\n" : response.body());
        return 0;
    }

    private static HttpResponse<String> ask(StackSettings settings, String sql) throws IOException {
        String url = settings.value("CLICKHOUSE_URL").replaceFirst("^jdbc:(clickhouse|ch):(http:)?//", "http://");
        try {
            return Http.post(
                    url,
                    sql,
                    Map.of(
                            "X-ClickHouse-User",
                            "writer",
                            "X-ClickHouse-Key",
                            settings.value(ClickHouseAccess.passwordVariable("writer"))),
                    Duration.ofMinutes(1));
        } catch (IOException e) {
            throw new StackException(
                    "Cannot list dead letters: ClickHouse does not answer at %s; start ./sourcelens demo"
                            .formatted(url),
                    e);
        }
    }
}
