/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Questions to ClickHouse, as the user who publishes. */
public final class ClickHouse {
    private static final JsonMapper JSON = new JsonMapper();

    private final StackSettings settings;

    public ClickHouse(StackSettings settings) {
        this.settings = settings;
    }

    /** Rows as texts; null is {@code null}. */
    public List<List<String>> rows(String query) throws IOException {
        String url = settings.value("CLICKHOUSE_URL").replaceFirst("^jdbc:clickhouse://", "http://");
        HttpResponse<String> response = Http.post(
                url + "/?default_format=JSONCompactStrings",
                query,
                Map.of("X-ClickHouse-User", "writer", "X-ClickHouse-Key", settings.value("CLICKHOUSE_WRITER_PASSWORD")),
                Duration.ofMinutes(2));
        if (response.statusCode() != 200) {
            throw new IOException("Cannot query ClickHouse: %s%n%s".formatted(response.body(), query));
        }
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode row : JSON.readTree(response.body()).path("data")) {
            List<String> values = new ArrayList<>();
            row.forEach(value -> values.add(value.isNull() || value.asText().equals("ᴺᵁᴸᴸ") ? null : value.asText()));
            rows.add(values);
        }
        return rows;
    }
}
