/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sourcelens.stack.StackSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sees new order lines in the lake as a reader does: through ClickHouse, in the table's newest snapshot. */
final class RawOrderLines {
    private static final JsonMapper JSON = new JsonMapper();

    private final StackSettings settings;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Double> secondsByOrder = new LinkedHashMap<>();
    private final Instant committedAfter;
    private String seenMetadata = "";

    RawOrderLines(StackSettings settings, Instant committedAfter) {
        this.settings = settings;
        this.committedAfter = committedAfter;
    }

    /** Seconds from commit to sight, by order. */
    Map<String, Double> orders() {
        return secondsByOrder;
    }

    void look() throws SQLException, IOException, InterruptedException {
        Path metadata = newestMetadata();
        if (metadata.toString().equals(seenMetadata)) {
            return;
        }
        seenMetadata = metadata.toString();
        JsonNode rows = query("""
                SELECT order_id, toUnixTimestamp64Milli(max(source_time))
                FROM icebergLocal('%s', SETTINGS iceberg_metadata_file_path = 'metadata/%s')
                WHERE change_op = 'c' AND ingested_at > fromUnixTimestamp64Milli(toInt64(%d))
                  AND source_time > fromUnixTimestamp64Milli(toInt64(%d))
                GROUP BY order_id""".formatted(
                        metadata.getParent().getParent(),
                        metadata.getFileName(),
                        committedAfter.toEpochMilli(),
                        committedAfter.toEpochMilli()));
        double now = System.currentTimeMillis();
        for (JsonNode row : rows) {
            secondsByOrder.putIfAbsent(row.get(0).asText(), (now - row.get(1).asDouble()) / 1000);
        }
    }

    private Path newestMetadata() throws SQLException {
        try (Connection catalog = DriverManager.getConnection(
                        settings.value("CATALOG_URL"),
                        settings.value("CATALOG_USER"),
                        settings.value("CATALOG_PASSWORD"));
                Statement statement = catalog.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT metadata_location FROM iceberg_tables
                        WHERE catalog_name = 'lake' AND table_namespace = 'raw' AND table_name = 'order_line'""")) {
            row.next();
            return Path.of(row.getString(1).replaceFirst("^file:/*", "/"));
        }
    }

    private JsonNode query(String sql) throws IOException, InterruptedException {
        String url = settings.value("CLICKHOUSE_URL").replaceFirst("^jdbc:clickhouse://", "http://");
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(URI.create(url + "/?default_format=JSONCompact"))
                        .header("X-ClickHouse-User", "writer")
                        .header("X-ClickHouse-Key", settings.value("CLICKHOUSE_WRITER_PASSWORD"))
                        .POST(HttpRequest.BodyPublishers.ofString(sql))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("Cannot read the lake: " + response.body());
        }
        return JSON.readTree(response.body()).path("data");
    }
}
