/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings a ClickHouse server to this version: databases, mart and live tables from the schema files, then the versioned files in
 * {@code clickhouse/}, each once. Needs the user {@code writer}. Whatever stops it, it can be run again.
 */
public final class ClickHouseMigrations {
    private static final List<String> DATABASES = List.of("mart", "live", "api", "superset");

    private final Connection connection;
    private final List<Migration> migrations;

    public ClickHouseMigrations(Connection connection) {
        this(connection, Migration.released());
    }

    ClickHouseMigrations(Connection connection, List<Migration> migrations) {
        this.connection = connection;
        this.migrations = List.copyOf(migrations);
    }

    /**
     * @return names of the files applied now
     * @throws ClickHouseMigrationException if a file was edited after it was applied, if the server is newer than this
     *     program, or if the server refuses a statement
     */
    public List<String> apply() {
        try {
            for (String database : DATABASES) {
                execute("CREATE DATABASE IF NOT EXISTS " + database);
            }
            for (TableSchema mart : Schemas.marts()) {
                String table = "mart." + mart.name();
                ensureTable(mart, table, ClickHouseTable.create(mart, table));
            }
            for (TableSchema live : Schemas.liveTables()) {
                String table = "live." + live.name();
                ensureTable(live, table, ClickHouseTable.createLive(live, table));
            }
            execute("""
                    CREATE TABLE IF NOT EXISTS mart.schema_migration (
                        version UInt32, name String, checksum String, applied_at DateTime64(3, 'UTC') DEFAULT now64(3)
                    ) ENGINE = MergeTree ORDER BY version""");
            return applyPending();
        } catch (SQLException e) {
            throw new ClickHouseMigrationException("Cannot migrate ClickHouse: " + e.getMessage(), e);
        }
    }

    private List<String> applyPending() throws SQLException {
        Map<Integer, String> applied = appliedChecksums();
        requireKnown(applied.keySet());
        List<Migration> pending = migrations.stream()
                .filter(migration -> isPending(migration, applied))
                .toList();
        for (Migration migration : pending) {
            for (String statement : migration.statements()) {
                execute(statement);
            }
            record(migration);
        }
        return pending.stream().map(Migration::name).toList();
    }

    private static boolean isPending(Migration migration, Map<Integer, String> applied) {
        String checksum = applied.get(migration.version());
        if (checksum != null && !checksum.equals(migration.checksum())) {
            throw new ClickHouseMigrationException(
                    "Cannot apply %s: it was edited after it was applied; restore it and put the change into a new file"
                            .formatted(migration.name()));
        }
        return checksum == null;
    }

    private void requireKnown(Set<Integer> applied) {
        Set<Integer> unknown = new HashSet<>(applied);
        migrations.forEach(migration -> unknown.remove(migration.version()));
        if (!unknown.isEmpty()) {
            throw new ClickHouseMigrationException(
                    "Cannot migrate ClickHouse: it has versions %s, which this program does not know; run a newer program"
                            .formatted(unknown));
        }
    }

    /** A view may name a new column before the next refresh publishes a table that has it. */
    private void ensureTable(TableSchema schema, String table, String create) throws SQLException {
        execute(create);
        Set<String> present = columns(table);
        for (Field field : schema.fields()) {
            if (!present.contains(field.name())) {
                execute("ALTER TABLE %s ADD COLUMN IF NOT EXISTS %s".formatted(table, ClickHouseTable.column(field)));
            }
        }
    }

    private Set<String> columns(String table) throws SQLException {
        Set<String> columns = new HashSet<>();
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT name FROM system.columns WHERE database || '.' || table = ?")) {
            statement.setString(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(rows.getString(1));
                }
            }
        }
        return columns;
    }

    private Map<Integer, String> appliedChecksums() throws SQLException {
        Map<Integer, String> checksums = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT version, checksum FROM mart.schema_migration")) {
            while (rows.next()) {
                checksums.put(rows.getInt(1), rows.getString(2));
            }
        }
        return checksums;
    }

    private void record(Migration migration) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO mart.schema_migration (version, name, checksum) VALUES (?, ?, ?)")) {
            statement.setInt(1, migration.version());
            statement.setString(2, migration.name());
            statement.setString(3, migration.checksum());
            statement.executeUpdate();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
