/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sourcelens.batch.care.CareResult;
import io.sourcelens.batch.erasure.ErasedTable;
import io.sourcelens.batch.erasure.Person;
import io.sourcelens.batch.refresh.RefreshResult;
import io.sourcelens.schema.Pseudonyms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** {@code POST /refresh}, {@code GET /refresh} for how far it is, {@code POST /care}, {@code POST /erase}, {@code GET /health}, {@code GET /metrics} on the loopback address. */
final class TriggerServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final RefreshLoop loop;
    private final @Nullable String pseudonymKey;

    private TriggerServer(HttpServer server, RefreshLoop loop, @Nullable String pseudonymKey) {
        this.server = server;
        this.loop = loop;
        this.pseudonymKey = pseudonymKey;
    }

    /** @param pseudonymKey as the streaming job has it; without it nobody can be erased */
    static TriggerServer start(int port, RefreshLoop loop, @Nullable String pseudonymKey) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        TriggerServer server = new TriggerServer(http, loop, pseudonymKey);
        http.setExecutor(server.threads);
        http.createContext("/refresh", server::refresh);
        http.createContext("/care", exchange -> server.post(exchange, "care for tables", server::care));
        http.createContext("/erase", exchange -> server.post(exchange, "erase a buyer", () -> server.erase(exchange)));
        http.createContext("/health", exchange -> answer(exchange, 200, "application/json", "{\"status\":\"UP\"}"));
        http.createContext("/metrics", exchange -> answer(exchange, 200, "text/plain; version=0.0.4", loop.metrics()));
        http.start();
        return server;
    }

    int port() {
        return server.getAddress().getPort();
    }

    private record Answer(int status, Object body) {}

    /** Something the driver is asked to do. */
    private interface Work {
        Answer run() throws ExecutionException, InterruptedException, IOException;
    }

    private void post(HttpExchange exchange, String what, Work work) throws IOException {
        Answer answer = exchange.getRequestMethod().equals("POST")
                ? attempt(what, work)
                : error(405, "Cannot %s by %s; use POST".formatted(what, exchange.getRequestMethod()));
        answer(exchange, answer.status(), "application/json", JSON.writeValueAsString(answer.body()));
    }

    private static Answer attempt(String what, Work work) throws IOException {
        try {
            return work.run();
        } catch (ExecutionException e) {
            return error(500, "Cannot %s: %s; see the driver's log".formatted(what, e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return error(503, "Cannot %s: the driver is stopping".formatted(what));
        }
    }

    private static Answer error(int status, String message) {
        return new Answer(status, Map.of("error", message));
    }

    private void refresh(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            answer(
                    exchange,
                    200,
                    "application/json",
                    JSON.writeValueAsString(loop.progress().json()));
        } else {
            post(exchange, "refresh", this::refresh);
        }
    }

    private Answer refresh() throws ExecutionException, InterruptedException {
        RefreshResult result = loop.refreshNow();
        return new Answer(status(result), result.json());
    }

    private Answer care() throws ExecutionException, InterruptedException {
        return new Answer(200, loop.careNow().stream().map(CareResult::json).toList());
    }

    private Answer erase(HttpExchange exchange) throws ExecutionException, InterruptedException, IOException {
        if (pseudonymKey == null) {
            return error(400, "Cannot erase a buyer: set SOURCELENS_PSEUDONYM_KEY as the streaming job has it");
        }
        JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
        Person person = Person.of(
                request.path("marketplace").asText(), request.path("buyer").asText(), new Pseudonyms(pseudonymKey));
        return new Answer(
                200, loop.eraseNow(person).stream().map(ErasedTable::json).toList());
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
