/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sourcelens.stack.StackSettings;
import io.sourcelens.stack.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Sees marker orders in the API's live ranking, as a shop does. */
final class LiveRanking {
    private static final String PATH = "/v1/marketplaces/demo/live/best-sellers?window_minutes=60&limit=20";
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpRequest request;
    private final String skuId;
    private final List<Long> seenAtMillis = new CopyOnWriteArrayList<>();

    LiveRanking(StackSettings settings, String skuId) {
        this.request = HttpRequest.newBuilder(URI.create(settings.value("API_URL") + PATH))
                .header("Authorization", "Bearer " + Tokens.of(settings).analyst())
                .build();
        this.skuId = skuId;
    }

    /** When the first answer that counts each marker order had come. */
    List<Long> seenAtMillis() {
        return seenAtMillis;
    }

    void look() throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        long now = System.currentTimeMillis();
        if (answer.statusCode() != 200) {
            throw new IOException("Cannot read the live ranking: " + answer.body());
        }
        for (JsonNode item : JSON.readTree(answer.body()).path("items")) {
            if (item.path("sku_id").asText().equals(skuId)) {
                long counted = item.path("units").asLong() / MarkerOrders.UNITS;
                while (seenAtMillis.size() < counted) {
                    seenAtMillis.add(now);
                }
            }
        }
    }
}
