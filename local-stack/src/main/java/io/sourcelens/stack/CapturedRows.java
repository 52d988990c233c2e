/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How many rows the marketplace has committed, and how many of them have arrived in the lake. */
public record CapturedRows(Map<String, Long> committed, Map<String, Long> captured) {
    /**
     * Rows by table of the marketplace's database now.
     *
     * @throws SQLException if the database does not answer
     */
    public static Map<String, Long> committed(StackSettings settings) throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        try (Connection connection = connect(settings);
                Statement statement = connection.createStatement()) {
            for (String table : MarketplaceTables.CAPTURED) {
                try (ResultSet row = statement.executeQuery("SELECT count(*) FROM marketplace.\"" + table + "\"")) {
                    row.next();
                    rows.put(table, row.getLong(1));
                }
            }
        }
        return rows;
    }

    /** Rows by raw table in the lake's newest snapshots: every version of a row counts. 0 where there is no table yet. */
    public static Map<String, Long> captured(StackSettings settings) throws SQLException, IOException {
        Map<String, Long> rows = new TreeMap<>();
        MarketplaceTables.CAPTURED.forEach(table -> rows.put(table, 0L));
        RawSnapshots.newest(settings).forEach((table, snapshot) -> rows.replace(table, snapshot.rows()));
        return rows;
    }

    public static CapturedRows now(StackSettings settings) throws SQLException, IOException {
        return new CapturedRows(committed(settings), captured(settings));
    }

    public boolean isComplete() {
        return committed.entrySet().stream()
                .allMatch(table -> captured.getOrDefault(table.getKey(), 0L) >= table.getValue());
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,d of %,d rows captured", sum(captured), sum(committed));
    }

    private static long sum(Map<String, Long> rows) {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Connection connect(StackSettings settings) throws SQLException {
        return DriverManager.getConnection(
                settings.value("POSTGRES_URL"), settings.value("POSTGRES_USER"), settings.value("POSTGRES_PASSWORD"));
    }
}
