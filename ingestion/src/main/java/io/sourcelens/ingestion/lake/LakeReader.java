/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.lake;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Queries over raw tables, answered line by line. */
public final class LakeReader {
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final URI url;
    private final String password;
    private final String tableFunction;
    private final HttpClient http = HttpClient.newHttpClient();

    private LakeReader(URI url, String password, String tableFunction) {
        this.url = url;
        this.password = password;
        this.tableFunction = tableFunction;
    }

    public static LakeReader of(Map<String, String> environment) {
        String url = environment.getOrDefault("SOURCELENS_CLICKHOUSE_URL", "jdbc:clickhouse://127.0.0.1:18123");
        return new LakeReader(
                URI.create(url.replaceFirst("^jdbc:(clickhouse|ch):(http:)?//", "http://")),
                environment.getOrDefault("SOURCELENS_CLICKHOUSE_WRITER_PASSWORD", "writer"),
                environment.getOrDefault("SOURCELENS_CLICKHOUSE_RAW_TABLE", "icebergLocal('raw/{table}')"));
    }

    /** What stands after FROM for a table's newest version. */
    public String table(String name) {
        return tableFunction.replace("{table}", name);
    }

    /**
     * The lines of an answer, to be closed; none where a table does not exist yet.
     *
     * @param parameters values of {@code {name:Type}} in the query
     * @throws LakeException when ClickHouse does not answer or refuses
     */
    public Stream<String> query(String sql, Map<String, String> parameters) {
        HttpRequest request = HttpRequest.newBuilder(address(parameters))
                .timeout(TIMEOUT)
                .header("X-ClickHouse-User", "writer")
                .header("X-ClickHouse-Key", password)
                .POST(HttpRequest.BodyPublishers.ofString(sql))
                .build();
        try {
            HttpResponse<Stream<String>> response = http.send(request, HttpResponse.BodyHandlers.ofLines());
            if (response.statusCode() == 200) {
                return response.body();
            }
            String error = response.body().collect(Collectors.joining("\n"));
            if (error.contains("FILE_DOESNT_EXIST")) {
                return Stream.empty();
            }
            throw new LakeException("Cannot read the lake: " + error);
        } catch (IOException e) {
            throw new LakeException(
                    "Cannot read the lake: ClickHouse does not answer at %s; start ./sourcelens demo".formatted(url),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LakeException("Cannot read the lake: interrupted", e);
        }
    }

    private URI address(Map<String, String> parameters) {
        return URI.create(url
                + parameters.entrySet().stream()
                        .map(entry -> "param_%s=%s"
                                .formatted(entry.getKey(), URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8)))
                        .collect(Collectors.joining("&", "/?", "")));
    }
}
