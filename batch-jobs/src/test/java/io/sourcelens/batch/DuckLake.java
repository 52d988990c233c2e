/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch;

import io.sourcelens.batch.lake.Lake;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;

/** The lake's core tables in DuckDB, by the files that are live now; the queries know nothing of the jobs. */
final class DuckLake implements AutoCloseable {
    /** Marts, or what they are made of, that there are queries for. */
    static final List<String> MARTS = List.of(
            "margins",
            "best_sellers",
            "suppliers",
            "margin_distributions",
            "opportunities",
            "lanes",
            "fulfilment",
            "stock",
            "stuck_parcels",
            "cohorts",
            "delist",
            "goods");

    private final Connection connection;

    DuckLake(Lake lake) throws SQLException, IOException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            for (String entity : List.of(
                    "order_line",
                    "payment",
                    "after_sale_case",
                    "parcel",
                    "tracking_scan",
                    "stock_level",
                    "listing",
                    "order",
                    "sku",
                    "supplier",
                    "category",
                    "marketplace")) {
                statement.execute("CREATE VIEW \"%s\" AS SELECT * FROM read_parquet([%s]) WHERE NOT deleted"
                        .formatted(entity, files(lake.find("core." + entity).orElseThrow())));
            }
            statement.execute(resource("setup.sql"));
        }
    }

    List<String> margins() throws SQLException, IOException {
        return rows("margins");
    }

    List<String> bestSellers() throws SQLException, IOException {
        return rows("best_sellers");
    }

    List<String> suppliers() throws SQLException, IOException {
        return rows("suppliers");
    }

    List<String> marginDistributions() throws SQLException, IOException {
        return rows("margin_distributions");
    }

    List<String> opportunities() throws SQLException, IOException {
        return rows("opportunities");
    }

    List<String> lanes() throws SQLException, IOException {
        return rows("lanes");
    }

    /** Of the query of that name. */
    List<String> rows(String query) throws SQLException, IOException {
        return query(resource(query + ".sql"));
    }

    /** Leaves a table of the rows. */
    void compute(String query) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE \"of_%s\" AS %s".formatted(query, resource(query + ".sql")));
        }
    }

    List<String> fulfilment() throws SQLException, IOException {
        return rows("fulfilment");
    }

    private static String files(Table table) throws IOException {
        try (CloseableIterable<FileScanTask> tasks = table.newScan().planFiles()) {
            return StreamSupport.stream(tasks.spliterator(), false)
                    .map(task -> "'" + URI.create(task.file().location()).getPath() + "'")
                    .collect(Collectors.joining(", "));
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = DuckLake.class.getResourceAsStream("/duckdb/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<String> query(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows.stream().sorted().toList();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
