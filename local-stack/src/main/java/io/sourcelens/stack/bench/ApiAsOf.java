/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sourcelens.stack.StackSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/** Whether the API knows of an order yet. */
final class ApiAsOf {
    private static final String PATH = "/v1/marketplaces/demo/best-sellers?window_days=1";

    private ApiAsOf() {}

    /** When the newest order of the marketplace was placed. */
    static String newestCommitted(StackSettings settings) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        settings.value("POSTGRES_URL"),
                        settings.value("POSTGRES_USER"),
                        settings.value("POSTGRES_PASSWORD"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT to_char(max(ordered_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') "
                                + "FROM marketplace.\"order\"")) {
            row.next();
            return row.getString(1);
        }
    }

    static void requireAtLeast(StackSettings settings, String token, String orderedAt)
            throws IOException, InterruptedException {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(settings.value("API_URL") + PATH))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        String asOf = new JsonMapper().readTree(response.body()).path("as_of").asText();
        if (response.statusCode() != 200 || Instant.parse(asOf).isBefore(Instant.parse(orderedAt))) {
            throw new IllegalStateException(
                    "Cannot find the order of %s in the API: %s".formatted(orderedAt, response.body()));
        }
    }
}
