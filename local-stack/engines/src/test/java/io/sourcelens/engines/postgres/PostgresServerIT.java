/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.engines.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sourcelens.engines.EngineException;
import io.sourcelens.engines.Ports;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerIT {
    @TempDir
    Path folder;

    @Test
    void committedRowsOutliveAKillAndACleanStop() throws SQLException {
        int port = Ports.free();
        try (PostgresServer server = start(port)) {
            server.createDatabase("marketplace");
            server.createDatabase("marketplace");
            execute(server, "CREATE TABLE kept (id int)");
            execute(server, "INSERT INTO kept VALUES (7)");
            server.kill();
            assertThat(server.process().isAlive()).isFalse();
        }
        try (PostgresServer server = start(port)) {
            assertThat(firstColumn(server, "SELECT id FROM kept")).isEqualTo("7");
            execute(server, "INSERT INTO kept VALUES (8)");
        }
        assertThat(folder.resolve("data/postmaster.pid")).doesNotExist();
        try (PostgresServer server = start(port)) {
            assertThat(firstColumn(server, "SELECT count(*) FROM kept")).isEqualTo("2");
            assertThat(firstColumn(server, "SHOW wal_level")).isEqualTo("logical");
        }
    }

    @Test
    void aTakenPortIsNamedBeforeAnythingStarts() {
        try (PostgresServer first = start(Ports.free())) {
            assertThatThrownBy(() ->
                            PostgresServer.start(folder.resolve("other"), first.port(), folder.resolve("other.log")))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("Cannot start PostgreSQL: port %d is taken", first.port());
            assertThat(folder.resolve("other")).doesNotExist();
        }
    }

    private PostgresServer start(int port) {
        return PostgresServer.start(folder.resolve("data"), port, folder.resolve("postgres.log"));
    }

    private static void execute(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String firstColumn(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(PostgresServer server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl("marketplace"), server.user(), server.password());
    }
}
