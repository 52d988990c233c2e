/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The databases of the embedded PostgreSQL. */
final class Databases {
    private static final List<String> NAMES = List.of("marketplace", "lake", "superset");

    private Databases() {}

    static void createMissing(StackSettings settings) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(settings.port(Port.POSTGRES));
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            for (String name : NAMES) {
                if (!exists(statement, name)) {
                    statement.execute("CREATE DATABASE " + name);
                }
            }
        }
    }

    private static boolean exists(Statement statement, String name) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '%s'".formatted(name))) {
            return row.next();
        }
    }
}
