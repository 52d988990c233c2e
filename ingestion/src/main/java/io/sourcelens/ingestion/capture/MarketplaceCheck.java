/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.capture;

import io.sourcelens.schema.Schemas;
import io.sourcelens.schema.TableSchema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says in words what would keep a database from being captured, before a connector's stack trace does. */
final class MarketplaceCheck {
    private static final String REPLICA_IDENTITIES = """
            select relname, relreplident
            from pg_class
            join pg_namespace on pg_namespace.oid = relnamespace
            where nspname = 'marketplace' and relkind in ('r', 'p')
            """;
    private static final String FULL = "f";

    private MarketplaceCheck() {}

    /** @throws CaptureException when the database cannot be captured */
    static void requireCapturable(CaptureSettings settings) {
        try (Connection connection = DriverManager.getConnection(
                        settings.databaseUrl(), settings.databaseUser(), settings.databasePassword());
                Statement statement = connection.createStatement()) {
            requireLogicalLog(statement, settings.databaseUrl());
            requireTables(replicaIdentities(statement), settings.databaseUrl());
        } catch (SQLException e) {
            throw new CaptureException(
                    "Cannot reach the marketplace's PostgreSQL at %s: %s; see that it runs and the user may log in"
                            .formatted(settings.databaseUrl(), e.getMessage()),
                    e);
        }
    }

    private static void requireLogicalLog(Statement statement, String database) throws SQLException {
        try (ResultSet result = statement.executeQuery("show wal_level")) {
            result.next();
            String level = result.getString(1);
            if (!level.equals("logical")) {
                throw new CaptureException(
                        "Cannot capture %s: its wal_level is %s; set wal_level = logical and restart PostgreSQL"
                                .formatted(database, level));
            }
        }
    }

    private static Map<String, String> replicaIdentities(Statement statement) throws SQLException {
        Map<String, String> identities = new TreeMap<>();
        try (ResultSet tables = statement.executeQuery(REPLICA_IDENTITIES)) {
            while (tables.next()) {
                identities.put(tables.getString("relname"), tables.getString("relreplident"));
            }
        }
        return identities;
    }

    private static void requireTables(Map<String, String> identities, String database) {
        List<String> entities =
                Schemas.entities().stream().map(TableSchema::name).toList();
        List<String> missing = entities.stream()
                .filter(entity -> !identities.containsKey(entity))
                .toList();
        if (!missing.isEmpty()) {
            throw new CaptureException("Cannot capture %s: schema marketplace has no table %s; create them first"
                    .formatted(database, String.join(", ", missing)));
        }
        List<String> partial = entities.stream()
                .filter(entity -> !identities.get(entity).equals(FULL))
                .toList();
        if (!partial.isEmpty()) {
            throw new CaptureException(
                    "Cannot capture %s: deletions in %s would lack their row; alter these tables to REPLICA IDENTITY FULL"
                            .formatted(database, String.join(", ", partial)));
        }
    }
}
