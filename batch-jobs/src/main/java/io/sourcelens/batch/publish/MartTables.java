/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.publish;

import io.sourcelens.schema.ClickHouseTable;
import io.sourcelens.schema.Field;
import io.sourcelens.schema.Schemas;
import io.sourcelens.schema.TableSchema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The statements of a publication. A mart is loaded beside the one that is read, under its name and {@code __new}. */
final class MartTables {
    private static final String SUFFIX = "__new";

    private final Connection connection;

    MartTables(Connection connection) {
        this.connection = connection;
    }

    /** Drops what a publication left behind: old tables after the exchange, half-loaded ones if it was killed. */
    void dropLeftovers() throws SQLException {
        for (String name : leftovers()) {
            execute("DROP TABLE IF EXISTS mart.`%s` SYNC".formatted(name));
        }
    }

    /** @return rows loaded */
    long load(LakeSource source) throws SQLException {
        TableSchema mart = Schemas.mart(source.table().mart());
        String table = loading(mart.name());
        String columns = mart.fields().stream().map(Field::name).collect(Collectors.joining("`, `", "`", "`"));
        execute(ClickHouseTable.create(mart, table));
        execute("INSERT INTO %s (%s) SELECT %s FROM %s".formatted(table, columns, columns, source.expression()));
        return count(table);
    }

    /** One statement for all, so that readers see two runs side by side for a moment at most. */
    void exchange(List<String> marts) throws SQLException {
        execute("EXCHANGE TABLES "
                + marts.stream()
                        .map(mart -> "mart.%s AND %s".formatted(mart, loading(mart)))
                        .collect(Collectors.joining(", ")));
    }

    private static String loading(String mart) {
        return "mart." + mart + SUFFIX;
    }

    private List<String> leftovers() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT name FROM system.tables WHERE database = 'mart' AND endsWith(name, '%s')"
                                .formatted(SUFFIX))) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private long count(String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count() FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
