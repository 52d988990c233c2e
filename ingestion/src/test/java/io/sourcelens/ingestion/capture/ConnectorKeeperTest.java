/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a worker that only knows one connector's status: a real one does not fail at will. */
class ConnectorKeeperTest {
    private static final String STATUS =
            "{\"connector\":{\"state\":\"RUNNING\"},\"tasks\":[{\"id\":0,\"state\":\"%s\",\"trace\":\"fenced\"}]}";

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile String taskState = "RUNNING";
    private HttpServer worker;

    @BeforeEach
    void start() throws IOException {
        worker = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        worker.createContext("/connectors/marketplace-demo", exchange -> {
            String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            requests.add(request);
            if (request.startsWith("POST")) {
                taskState = "RUNNING";
            }
            byte[] body = STATUS.formatted(taskState).getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        worker.start();
    }

    @AfterEach
    void stop() {
        worker.stop(0);
    }

    @Test
    @SuppressWarnings("try") // the keeper is closed, and does its work unasked
    void aFailedTaskIsStartedAgainOnceAndARunningOneIsLeftAlone() {
        URI url = URI.create("http://127.0.0.1:" + worker.getAddress().getPort());
        try (ConnectorKeeper keeper = ConnectorKeeper.start(url, "marketplace-demo", Duration.ofMillis(20))) {
            await().until(() -> requests.size() >= 3);
            assertThat(restarts()).isEmpty();

            taskState = "FAILED";

            await().until(() -> !restarts().isEmpty());
            int seen = requests.size();
            await().until(() -> requests.size() >= seen + 3);
            assertThat(restarts())
                    .containsExactly("POST /connectors/marketplace-demo/restart?includeTasks=true&onlyFailed=true");
        }
    }

    private List<String> restarts() {
        return requests.stream().filter(request -> request.startsWith("POST")).toList();
    }
}
