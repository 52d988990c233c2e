/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.engines.postgres;

import io.sourcelens.engines.Engine;
import io.sourcelens.engines.EngineException;
import io.sourcelens.engines.EngineProcess;
import io.sourcelens.engines.Installation;
import io.sourcelens.engines.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** PostgreSQL with logical decoding; user {@code postgres}, any password, loopback only. */
public record PostgresServer(EngineProcess process, int port) implements Engine {
    private static final String NAME = "PostgreSQL";
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);
    private static final List<String> SETTINGS = List.of(
            "wal_level=logical",
            "max_wal_senders=10",
            "max_replication_slots=10",
            "max_connections=100",
            "shared_buffers=128MB",
            "max_wal_size=2GB",
            "timezone=UTC",
            "log_timezone=UTC",
            "unix_socket_directories=",
            "listen_addresses=127.0.0.1");

    /** Starts the server on a data folder, which is created when it is not there yet. */
    public static PostgresServer start(Path data, int port, Path log) {
        Ports.requireFree(port, NAME);
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialize(data, log);
        }
        forgetFormerServer(data);
        List<String> command = unprivileged(List.of(
                Installation.postgresProgram("postgres").toString(),
                "-D",
                data.toString(),
                "-p",
                String.valueOf(port)));
        SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
        PostgresServer server = new PostgresServer(
                EngineProcess.start(NAME, command, Map.of("LC_ALL", "C"), data, log, STOP_TIMEOUT), port);
        server.process.awaitReady(server::answers, START_TIMEOUT);
        return server;
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    public String user() {
        return "postgres";
    }

    public String password() {
        return "postgres";
    }

    /** Creates a database unless it is there. */
    public void createDatabase(String name) {
        try {
            String exists = "SELECT 1 FROM pg_database WHERE datname = '%s'".formatted(name);
            if (PostgresWire.query(port, "postgres", exists).isEmpty()) {
                PostgresWire.query(port, "postgres", "CREATE DATABASE \"%s\"".formatted(name));
            }
        } catch (IOException e) {
            throw new EngineException(
                    "Cannot create database %s: %s; see %s".formatted(name, e.getMessage(), process.log()), e);
        }
    }

    /** Stops in PostgreSQL's fast mode (SIGINT): sessions are ended, the data folder is left clean. */
    @Override
    public void stop() {
        process.stop(() -> signal("-INT"));
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", signal, String.valueOf(pid()))
                    .redirectErrorStream(true)
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            process.process().destroy();
        }
    }

    private boolean answers() {
        try {
            return PostgresWire.query(port, "postgres", "SELECT 1").isPresent();
        } catch (IOException | EngineException e) {
            return false;
        }
    }

    private static void initialize(Path data, Path log) {
        try {
            Files.createDirectories(data.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new EngineException("Cannot create folder for %s: %s".formatted(data, e.getMessage()), e);
        }
        List<String> command = unprivileged(List.of(
                Installation.postgresProgram("initdb").toString(),
                "--pgdata=" + data,
                "--username=postgres",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync"));
        EngineProcess initdb = EngineProcess.start(
                "initdb", command, Map.of(), data.toAbsolutePath().getParent(), log, STOP_TIMEOUT);
        if (initdb.process().onExit().join().exitValue() != 0) {
            throw new EngineException("Cannot initialize PostgreSQL in %s; see %s".formatted(data, log));
        }
        initdb.close();
    }

    /** A killed server leaves its pid behind. Where another program has that number now, PostgreSQL would not start. */
    private static void forgetFormerServer(Path data) {
        Path pidFile = data.resolve("postmaster.pid");
        try {
            if (!Files.exists(pidFile)) {
                return;
            }
            long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
            Optional<ProcessHandle> running = ProcessHandle.of(pid);
            if (running.flatMap(process -> process.info().command())
                    .filter(command -> command.endsWith("postgres"))
                    .isPresent()) {
                throw new EngineException(
                        "Cannot start %s: process %d still serves %s; stop it first".formatted(NAME, pid, data));
            }
            if (running.isPresent()) {
                Files.delete(pidFile);
            }
        } catch (IOException e) {
            throw new EngineException("Cannot read %s: %s".formatted(pidFile, e.getMessage()), e);
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own root is nobody. */
    private static List<String> unprivileged(List<String> command) {
        List<String> prefixed = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            prefixed.addAll(List.of("unshare", "--user"));
        }
        prefixed.addAll(command);
        return prefixed;
    }
}
