/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** The lake's files, read by DuckDB: neither the writer nor the reader of the path that is tested. */
final class Lake {
    private final StackSettings settings;

    Lake(StackSettings settings) {
        this.settings = settings;
    }

    /**
     * Rows of a query over views that are named like the tables, for example {@code raw_order_line}, each over the
     * files of the table's newest snapshot.
     */
    List<List<String>> rows(String query, String... rawTables) throws SQLException, IOException {
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement()) {
            for (String table : rawTables) {
                String files =
                        files(table).stream().map(file -> "'" + file + "'").collect(Collectors.joining(", ", "[", "]"));
                statement.execute("CREATE VIEW raw_%s AS SELECT * FROM read_parquet(%s)".formatted(table, files));
            }
            return Sql.rows(duckDb, query);
        }
    }

    private List<String> files(String table) throws SQLException, IOException {
        return new ClickHouse(settings)
                .rows("SELECT DISTINCT _path FROM " + LakeFiles.inClickHouse(settings, "raw", table)).stream()
                        .map(row -> row.get(0).startsWith("/") ? row.get(0) : "/" + row.get(0))
                        .toList();
    }
}
