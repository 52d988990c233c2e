/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.capture;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import java.util.Map;
import java.util.Optional;

/** The REST interface of a Kafka Connect worker. */
final class ConnectClient {
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);
    private static final int NOT_FOUND = 404;
    /** The workers are agreeing on who does what. */
    private static final int CONFLICT = 409;

    private static final JsonMapper JSON = new JsonMapper();

    private final URI worker;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(REQUEST_TIMEOUT).build();

    ConnectClient(URI worker) {
        this.worker = worker;
    }

    /** Whether the worker answers and has joined its group. */
    boolean isReady() {
        try {
            return send(request("/connectors").GET()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Creates the connector or changes its configuration.
     *
     * @return whether it is done; if not, the workers were busy and it should be tried again
     * @throws CaptureException when the worker refuses the configuration
     */
    boolean putConfiguration(String connector, Map<String, String> configuration) {
        HttpRequest.Builder put = request("/connectors/%s/config".formatted(connector))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(write(configuration)));
        return accepted(connector, put);
    }

    /** Starts again what has failed of a connector; returns as {@link #putConfiguration}. */
    boolean restartFailed(String connector) {
        HttpRequest.Builder post = request(
                        "/connectors/%s/restart?includeTasks=true&onlyFailed=true".formatted(connector))
                .POST(BodyPublishers.noBody());
        return accepted(connector, post);
    }

    /** The connector's status; empty while the worker does not know it or does not answer. */
    Optional<ConnectorStatus> status(String connector) {
        try {
            HttpResponse<String> response =
                    send(request("/connectors/%s/status".formatted(connector)).GET());
            return response.statusCode() == 200
                    ? Optional.of(ConnectorStatus.parse(read(response.body())))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private boolean accepted(String connector, HttpRequest.Builder builder) {
        try {
            HttpResponse<String> response = send(builder);
            int status = response.statusCode();
            if (status == CONFLICT || status == NOT_FOUND || status >= 500) {
                return false;
            }
            if (status >= 400) {
                throw new CaptureException("Cannot register connector %s at %s: %s; correct its configuration"
                        .formatted(
                                connector,
                                worker,
                                read(response.body()).path("message").asText(response.body())));
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(worker.resolve(path)).timeout(REQUEST_TIMEOUT);
    }

    private HttpResponse<String> send(HttpRequest.Builder builder) throws IOException {
        try {
            return http.send(builder.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CaptureException("Cannot reach Kafka Connect at %s: interrupted".formatted(worker), e);
        }
    }

    private static String write(Map<String, String> configuration) {
        try {
            return JSON.writeValueAsString(configuration);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(String body) throws IOException {
        return JSON.readTree(body);
    }
}
