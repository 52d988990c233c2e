/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes rows over HTTP as the user {@code streaming}.
 *
 * @param url JDBC URL of the server, {@code jdbc:clickhouse://HOST:PORT} or {@code jdbc:clickhouse:https://HOST:PORT}
 */
public record ClickHouseInsert(String url, String password) implements Serializable {
    private static final String JDBC = "jdbc:clickhouse:";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    public ClickHouseInsert {
        if (!url.startsWith(JDBC)) {
            throw new IllegalArgumentException(
                    "Cannot use SOURCELENS_CLICKHOUSE_URL: %s; it begins with %s//".formatted(url, JDBC));
        }
    }

    /**
     * @param rows of one table
     * @throws IOException if they may not have arrived
     */
    void write(List<LiveRow> rows) throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(request(rows), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("ClickHouse refuses: " + answer.body().strip());
        }
    }

    HttpRequest request(List<LiveRow> rows) {
        String insert =
                "INSERT INTO live.%s FORMAT JSONEachRow".formatted(rows.get(0).table());
        return HttpRequest.newBuilder(URI.create(server() + "/?query=" + URLEncoder.encode(insert, UTF_8)))
                .header("X-ClickHouse-User", "streaming")
                .header("X-ClickHouse-Key", password)
                .timeout(TIMEOUT)
                .POST(HttpRequest.BodyPublishers.ofString(
                        rows.stream().map(LiveRow::json).collect(Collectors.joining("\n"))))
                .build();
    }

    private String server() {
        String server = url.substring(JDBC.length()).replaceFirst("[?].*", "").replaceFirst("/+$", "");
        return server.startsWith("//") ? "http:" + server : server;
    }
}
