/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/**
 * A refresh that the batch driver was asked for.
 *
 * @param status as the driver names it, {@code published} when readers see it
 * @param result the driver's whole answer
 */
public record Refresh(String runId, String status, double seconds, JsonNode result) {
    private static final Duration TIMEOUT = Duration.ofMinutes(15);
    private static final JsonMapper JSON = new JsonMapper();

    /** @throws StackException when the driver does not answer or refuses */
    public static Refresh run(StackSettings settings) {
        String url = "http://127.0.0.1:%s/refresh".formatted(settings.value("BATCH_PORT"));
        try {
            HttpResponse<String> response = Http.post(url, "", Map.of(), TIMEOUT);
            if (response.statusCode() != 200) {
                throw new StackException("Cannot refresh: the batch driver says %d %s; see ./sourcelens logs batch"
                        .formatted(
                                response.statusCode(),
                                OneLine.of(response.body().strip())));
            }
            JsonNode result = JSON.readTree(response.body());
            return new Refresh(
                    result.path("run_id").asText(),
                    result.path("status").asText(),
                    result.path("seconds").asDouble(),
                    result);
        } catch (IOException e) {
            throw new StackException(
                    "Cannot refresh: the batch driver does not answer at %s; start ./sourcelens demo".formatted(url),
                    e);
        }
    }
}
