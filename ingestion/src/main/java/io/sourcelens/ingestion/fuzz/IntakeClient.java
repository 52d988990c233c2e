/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.fuzz;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A well-behaved sender: waits when it is asked to, and sends again with the same key. */
final class IntakeClient {
    private static final int MOST_TRIES = 120;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String token;
    private final String run;
    private long batch;
    private long waits;

    /** @param run new for every run: its batches are not those of another */
    IntakeClient(String url, String token, String run) {
        this.url = url;
        this.token = token;
        this.run = run;
    }

    /** @return the answer to a batch that was taken */
    String post(String entity, byte[] lines) throws IOException, InterruptedException {
        String key = run + "-" + batch++;
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            HttpResponse<String> response = send(entity, key, "application/x-ndjson", lines, token);
            if (response.statusCode() == 200) {
                return response.body();
            }
            if (response.statusCode() != 429 && response.statusCode() != 503) {
                throw new FuzzException("Cannot post to %s: the intake answered %d %s; see its log"
                        .formatted(entity, response.statusCode(), response.body()));
            }
            waits++;
            TimeUnit.SECONDS.sleep(
                    response.headers().firstValueAsLong("Retry-After").orElse(1));
        }
        throw new FuzzException("Cannot post to %s: the intake asks to wait for ever".formatted(entity));
    }

    /** Requests that are wrong as a whole must be refused as the sender's fault, and take nothing in. */
    void requireRefusals(String entity) throws IOException, InterruptedException {
        Map<String, Integer> expected = Map.of("[{", 400, "{\"a\":1}", 400, "\u0000\u0001", 400);
        for (Map.Entry<String, Integer> body : expected.entrySet()) {
            require(
                    body.getValue(),
                    send(
                            entity,
                            run + "-broken",
                            "application/json",
                            body.getKey().getBytes("UTF-8"),
                            token));
        }
        require(415, send(entity, run + "-type", "text/html", new byte[10], token));
        require(401, send(entity, run + "-token", "application/json", new byte[10], token + "x"));
        require(404, send("no_such_entity", run + "-entity", "application/json", new byte[10], token));
    }

    /** How often it was asked to wait. */
    long waits() {
        return waits;
    }

    private static void require(int status, HttpResponse<String> response) {
        if (response.statusCode() != status) {
            throw new FuzzException("Cannot accept the answer %d to a request that deserves %d: %s"
                    .formatted(response.statusCode(), status, response.body()));
        }
    }

    private HttpResponse<String> send(String entity, String key, String type, byte[] body, String bearer)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("%s/v1/marketplaces/%s/%s".formatted(url, FuzzRecords.MARKETPLACE, entity)))
                .header("Authorization", "Bearer " + bearer)
                .header("Content-Type", type)
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
