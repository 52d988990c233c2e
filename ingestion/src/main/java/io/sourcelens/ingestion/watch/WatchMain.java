/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.watch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sourcelens.ingestion.capture.ConnectorKeeper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * {@code GET /metrics} for Prometheus, {@code GET /status} in words, {@code GET /health}; until it is stopped. Starts a
 * failed connector again meanwhile.
 */
public final class WatchMain {
    private static final Duration KEEPER_INTERVAL = Duration.ofSeconds(10);

    private WatchMain() {}

    public static void main(String[] arguments) throws IOException {
        WatchSettings settings = WatchSettings.from(System.getenv());
        Watch watch = Watch.start(settings, Limits.DEFAULT);
        ConnectorKeeper.start(settings.connect(), "marketplace-" + settings.marketplace(), KEEPER_INTERVAL);
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), 0);
        server.createContext("/metrics", exchange -> answer(exchange, "text/plain; version=0.0.4", watch.metrics()));
        server.createContext("/status", exchange -> answer(exchange, "application/json", watch.json()));
        server.createContext("/health", exchange -> answer(exchange, "application/json", "{\"status\":\"UP\"}"));
        server.start();
    }

    private static void answer(HttpExchange exchange, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
