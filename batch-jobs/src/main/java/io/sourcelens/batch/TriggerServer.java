/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sourcelens.batch.refresh.RefreshResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** {@code POST /refresh}, {@code GET /health}, {@code GET /metrics} on the loopback address. */
final class TriggerServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final RefreshLoop loop;

    private TriggerServer(HttpServer server, RefreshLoop loop) {
        this.server = server;
        this.loop = loop;
    }

    static TriggerServer start(int port, RefreshLoop loop) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        TriggerServer server = new TriggerServer(http, loop);
        http.setExecutor(server.threads);
        http.createContext("/refresh", server::refresh);
        http.createContext("/health", exchange -> answer(exchange, 200, "application/json", "{\"status\":\"UP\"}"));
        http.createContext(
                "/metrics",
                exchange -> answer(
                        exchange,
                        200,
                        "text/plain; version=0.0.4",
                        loop.metrics().text()));
        http.start();
        return server;
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void refresh(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            answer(exchange, 405, "application/json", "{\"error\":\"Cannot refresh by GET; use POST\"}");
            return;
        }
        try {
            RefreshResult result = loop.refreshNow();
            answer(exchange, status(result), "application/json", JSON.writeValueAsString(result.json()));
        } catch (ExecutionException e) {
            String error = "Cannot refresh: %s; see the driver's log".formatted(e.getCause());
            answer(exchange, 500, "application/json", JSON.writeValueAsString(Map.of("error", error)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer(exchange, 503, "application/json", "{\"error\":\"Cannot refresh: the driver is stopping\"}");
        }
    }

    private static int status(RefreshResult result) {
        return switch (result.status()) {
            case PUBLISHED, UNCHANGED, HELD_BACK -> 200;
            case FAILED -> 500;
        };
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
