/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.engines.clickhouse;

import io.sourcelens.engines.Engine;
import io.sourcelens.engines.EngineException;
import io.sourcelens.engines.EngineProcess;
import io.sourcelens.engines.Installation;
import io.sourcelens.engines.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * ClickHouse from libchdb.so in a small JVM of its own; loopback only. It reads lake tables below the warehouse folder,
 * which is its working directory.
 */
public record ClickHouseServer(EngineProcess process, int port, int tcpPort, Map<String, String> passwords)
        implements Engine {
    private static final String NAME = "ClickHouse";
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);
    private static final List<String> JVM_OPTIONS =
            List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Duser.timezone=UTC");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /** As {@link #start(Path, int, int, Path, Path, Map)} with passwords equal to the users' names. */
    public static ClickHouseServer start(Path data, int httpPort, int tcpPort, Path warehouse, Path log) {
        return start(data, httpPort, tcpPort, warehouse, log, ClickHouseUsers.passwordsLikeNames());
    }

    /**
     * Starts the server on a data folder, which is created when it is not there yet.
     *
     * @param passwords by user: writer, streaming, api, superset_analyst, superset_seller
     */
    public static ClickHouseServer start(
            Path data, int httpPort, int tcpPort, Path warehouse, Path log, Map<String, String> passwords) {
        Ports.requireFree(httpPort, NAME);
        Ports.requireFree(tcpPort, NAME);
        Path configuration = ClickHouseUsers.writeConfiguration(data, passwords);
        List<String> command = Installation.java(
                JVM_OPTIONS,
                ClickHouseProcess.class.getName(),
                List.of(
                        Installation.clickHouseLibrary().toString(),
                        data.toAbsolutePath().toString(),
                        configuration.toAbsolutePath().toString(),
                        String.valueOf(httpPort),
                        String.valueOf(tcpPort)));
        createFolder(warehouse);
        ClickHouseServer server = new ClickHouseServer(
                EngineProcess.start(NAME, command, Map.of(), warehouse, log, STOP_TIMEOUT),
                httpPort,
                tcpPort,
                Map.copyOf(passwords));
        server.process.awaitReady(server::answers, START_TIMEOUT);
        return server;
    }

    public String jdbcUrl() {
        return "jdbc:clickhouse://127.0.0.1:" + port;
    }

    public String password(String user) {
        String password = passwords.get(user);
        if (password == null) {
            throw new EngineException(
                    "Cannot find a password: no user %s; there are %s".formatted(user, passwords.keySet()));
        }
        return password;
    }

    /**
     * Runs one statement over HTTP.
     *
     * @return the answer as text, tab-separated unless the statement names a format
     */
    public String query(String user, String sql) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/".formatted(port)))
                .header("X-ClickHouse-User", user)
                .header("X-ClickHouse-Key", password(user))
                .timeout(Duration.ofMinutes(2))
                .POST(HttpRequest.BodyPublishers.ofString(sql))
                .build();
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new EngineException(
                        "ClickHouse refuses: " + response.body().strip());
            }
            return response.body().stripTrailing();
        } catch (IOException e) {
            throw new EngineException("Cannot ask ClickHouse: %s; see %s".formatted(e, log()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("Cannot ask ClickHouse: interrupted", e);
        }
    }

    private boolean answers() {
        try {
            return "1".equals(query("writer", "SELECT 1"));
        } catch (EngineException e) {
            return false;
        }
    }

    private static void createFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new EngineException("Cannot create %s: %s".formatted(folder, e.getMessage()), e);
        }
    }
}
