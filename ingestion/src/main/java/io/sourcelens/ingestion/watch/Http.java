/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Questions to parts that may be frozen: an answer comes soon or not at all. */
final class Http {
    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    JsonNode json(URI address) throws IOException, InterruptedException {
        return JSON.readTree(text(address));
    }

    String text(URI address) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(address).timeout(TIMEOUT).GET().build());
    }

    JsonNode query(URI clickHouse, String password, String sql) throws IOException, InterruptedException {
        return JSON.readTree(answer(HttpRequest.newBuilder(clickHouse.resolve("/?default_format=JSONCompact"))
                .timeout(TIMEOUT)
                .header("X-ClickHouse-User", "writer")
                .header("X-ClickHouse-Key", password)
                .POST(BodyPublishers.ofString(sql))
                .build()));
    }

    private String answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("Cannot read %s: status %d".formatted(request.uri(), response.statusCode()));
        }
        return response.body();
    }
}
