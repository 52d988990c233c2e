/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.chaos;

import io.sourcelens.engines.postgres.PostgresServer;
import io.sourcelens.stack.LocalStack;
import io.sourcelens.stack.Port;
import io.sourcelens.stack.Progress;
import io.sourcelens.stack.StackOptions;
import io.sourcelens.stack.StackSettings;
import io.sourcelens.stack.bench.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Stream;

/** The same marketplace, captured and computed from the beginning by a chain that nothing happens to. */
final class UnharmedRun {
    private UnharmedRun() {}

    /** What readers see after it; the stack whose database is copied must have stopped. */
    static Map<String, String> marts(StackOptions harmed, Progress progress) throws IOException, SQLException {
        Path state = harmed.state().resolveSibling(harmed.state().getFileName() + "-unharmed");
        Folders.delete(state);
        StackOptions options = harmed.withState(state);
        copy(harmed.state().resolve("postgres"), state.resolve("postgres"));
        Files.copy(harmed.state().resolve("truth.json"), state.resolve("truth.json"));
        forgetTheLake(StackSettings.of(options));
        try (LocalStack stack = LocalStack.start(options, progress)) {
            return MartFingerprints.of(stack.settings());
        } finally {
            Folders.delete(state);
        }
    }

    private static void forgetTheLake(StackSettings settings) throws SQLException {
        try (PostgresServer server = PostgresServer.start(
                        settings.state("postgres"),
                        settings.port(Port.POSTGRES),
                        settings.state("logs").resolve("postgres-copy.log"));
                Connection connection =
                        DriverManager.getConnection(server.jdbcUrl("postgres"), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots");
            statement.execute("DROP DATABASE lake");
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Path target = to.resolve(from.relativize(path).toString());
                Files.createDirectories(target.getParent());
                Files.copy(path, target, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
