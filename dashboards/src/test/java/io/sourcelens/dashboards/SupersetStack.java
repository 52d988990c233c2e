/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.dashboards;

import static org.awaitility.Awaitility.await;

import io.sourcelens.engines.Ports;
import io.sourcelens.engines.clickhouse.ClickHouseServer;
import io.sourcelens.engines.postgres.PostgresServer;
import io.sourcelens.schema.ClickHouseMigrations;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Superset over PostgreSQL and a ClickHouse whose marts are filled from {@code marts.sql}. */
final class SupersetStack implements AutoCloseable {
    private static final Path SCRIPTS = Path.of("superset").toAbsolutePath();

    private final Path folder;
    private final PostgresServer postgres;
    private final ClickHouseServer clickHouse;
    private final int port;
    private Process server;

    private SupersetStack(Path folder, PostgresServer postgres, ClickHouseServer clickHouse, int port) {
        this.folder = folder;
        this.postgres = postgres;
        this.clickHouse = clickHouse;
        this.port = port;
    }

    static SupersetStack start(Path folder, int port) throws IOException, SQLException {
        PostgresServer postgres =
                PostgresServer.start(folder.resolve("postgres"), Ports.free(), folder.resolve("postgres.log"));
        ClickHouseServer clickHouse = ClickHouseServer.start(
                folder.resolve("clickhouse"),
                Ports.free(),
                Ports.free(),
                folder.resolve("warehouse"),
                folder.resolve("clickhouse.log"));
        fill(clickHouse);
        return new SupersetStack(folder, postgres, clickHouse, port);
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Runs a script of the superset folder to its end. */
    Outcome run(String... command) throws IOException, InterruptedException {
        Path log =
                Files.createTempFile(folder, Path.of(command[0]).getFileName().toString(), ".log");
        Process process = process(log, command);
        int exitCode = process.waitFor();
        return new Outcome(exitCode, Files.readString(log));
    }

    void serve() throws IOException {
        Path log = folder.resolve("superset.log");
        server = process(log, "serve.sh");
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest health =
                HttpRequest.newBuilder(URI.create(url() + "/health")).build();
        await("Superset is healthy; see " + log)
                .atMost(Duration.ofMinutes(2))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> client.send(health, HttpResponse.BodyHandlers.ofString())
                                .statusCode()
                        == 200);
    }

    @Override
    public void close() {
        if (server != null) {
            server.destroy();
            server.onExit().join();
        }
        clickHouse.close();
        postgres.close();
    }

    private Process process(Path log, String... command) throws IOException {
        List<String> arguments = List.of(command).subList(1, command.length);
        ProcessBuilder builder = new ProcessBuilder(SCRIPTS.resolve(command[0]).toString());
        builder.command().addAll(arguments);
        builder.environment().putAll(environment());
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put(
                "SOURCELENS_SUPERSET_DATABASE_URL",
                "postgresql+psycopg2://postgres:postgres@127.0.0.1:%d/superset".formatted(postgres.port()));
        environment.put("SOURCELENS_CLICKHOUSE_URL", clickHouse.jdbcUrl());
        environment.put("SOURCELENS_SUPERSET_PORT", String.valueOf(port));
        return environment;
    }

    private static void fill(ClickHouseServer clickHouse) throws IOException, SQLException {
        Properties writer = new Properties();
        writer.put("user", "writer");
        writer.put("password", clickHouse.password("writer"));
        try (Connection connection = DriverManager.getConnection(clickHouse.jdbcUrl(), writer)) {
            new ClickHouseMigrations(connection).apply();
        }
        String statements;
        try (var stream = SupersetStack.class.getResourceAsStream("marts.sql")) {
            statements = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        for (String statement : statements.split(";\\s*\n")) {
            clickHouse.query("writer", statement);
        }
    }

    /** Starts everything to look at by hand, until the process is stopped: a folder for its state, and a port. */
    public static void main(String[] arguments) throws Exception {
        SupersetStack stack = start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        System.out.println(stack.environment());
        for (String script : List.of("install.sh", "bootstrap.sh")) {
            System.out.println(stack.run(script));
        }
        stack.serve();
        System.out.println("Superset is ready at " + stack.url());
        Thread.currentThread().join();
    }

    record Outcome(int exitCode, String output) {}
}
