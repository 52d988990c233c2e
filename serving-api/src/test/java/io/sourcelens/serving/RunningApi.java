/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving;

import io.sourcelens.engines.Ports;
import io.sourcelens.engines.clickhouse.ClickHouseServer;
import io.sourcelens.schema.ClickHouseMigrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The application on a free port over a real ClickHouse with literal rows. */
final class RunningApi implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ClickHouseServer clickHouse;
    private final ConfigurableApplicationContext application;

    private RunningApi(ClickHouseServer clickHouse, ConfigurableApplicationContext application) {
        this.clickHouse = clickHouse;
        this.application = application;
    }

    static RunningApi start(Path folder) throws IOException, SQLException {
        ClickHouseServer clickHouse = startClickHouse(folder);
        migrate(clickHouse);
        Rows.insert(clickHouse);
        Path bundle = Files.writeString(folder.resolve("bundle.js"), "export const list = '热销';");
        return new RunningApi(clickHouse, runOn(clickHouse, "--sourcelens.storefront-bundle=" + bundle));
    }

    /** A server on which nothing was published. */
    static RunningApi startUnpublished(Path folder) {
        ClickHouseServer clickHouse = startClickHouse(folder);
        return new RunningApi(clickHouse, runOn(clickHouse));
    }

    static ConfigurableApplicationContext run(String... arguments) {
        return new SpringApplication(ServingApplication.class).run(arguments);
    }

    private static ConfigurableApplicationContext runOn(ClickHouseServer clickHouse, String... more) {
        List<String> arguments = List.of(
                "--server.port=0",
                "--spring.datasource.url=" + clickHouse.jdbcUrl(),
                "--sourcelens.jwt-secret=" + Token.SECRET);
        return run(Stream.concat(arguments.stream(), Stream.of(more)).toArray(String[]::new));
    }

    void stopClickHouse() {
        clickHouse.stop();
    }

    /** Asks with the token; {@code null} asks without. */
    HttpResponse<String> get(String path, Token token, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        if (token != null) {
            request.header("Authorization", token.bearer());
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    URI uri(String path) {
        int port = ((WebServerApplicationContext) application).getWebServer().getPort();
        return URI.create("http://127.0.0.1:" + port + path);
    }

    static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    @Override
    public void close() {
        application.close();
        clickHouse.close();
    }

    private static ClickHouseServer startClickHouse(Path folder) {
        return ClickHouseServer.start(
                folder.resolve("clickhouse"),
                Ports.free(),
                Ports.free(),
                folder.resolve("warehouse"),
                folder.resolve("clickhouse.log"));
    }

    private static void migrate(ClickHouseServer server) throws SQLException {
        try (Connection connection =
                DriverManager.getConnection(server.jdbcUrl(), "writer", server.password("writer"))) {
            new ClickHouseMigrations(connection).apply();
        }
    }
}
