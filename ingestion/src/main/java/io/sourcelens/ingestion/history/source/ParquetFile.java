/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history.source;

import io.sourcelens.ingestion.history.mapping.ImportException;
import io.sourcelens.ingestion.history.mapping.Sql;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parquet, read by the database itself. Its values are handed over as texts, nested ones as JSON. */
record ParquetFile(Path path) implements DataFile {
    @Override
    public List<String> columns() {
        return read().stream().map(Column::name).toList();
    }

    /** Query of the file's rows with {@code __row} from 1. */
    String rows(List<String> wanted) {
        List<Column> columns = read();
        List<String> selected = new ArrayList<>();
        for (String name : wanted) {
            selected.add(columns.stream()
                    .filter(column -> column.name().equalsIgnoreCase(name))
                    .map(Column::sql)
                    .findFirst()
                    .orElse("null"));
        }
        return "select file_row_number + 1 as __row, %s from read_parquet(%s, file_row_number = true) order by __row"
                .formatted(String.join(", ", selected), Sql.text(path.toString()));
    }

    @Override
    public List<List<@Nullable String>> sample(int rows) {
        List<String> names = columns();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("%s limit %d".formatted(rows(names), rows))) {
            List<List<@Nullable String>> sample = new ArrayList<>();
            while (result.next()) {
                List<@Nullable String> values = new ArrayList<>();
                for (int index = 0; index < names.size(); index++) {
                    values.add(result.getString(index + 2));
                }
                sample.add(values);
            }
            return sample;
        } catch (SQLException e) {
            throw refusal(e);
        }
    }

    private List<Column> read() {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "describe select * from read_parquet(%s)".formatted(Sql.text(path.toString())))) {
            List<Column> columns = new ArrayList<>();
            while (rows.next()) {
                columns.add(new Column(rows.getString("column_name"), rows.getString("column_type")));
            }
            return columns;
        } catch (SQLException e) {
            throw refusal(e);
        }
    }

    private ImportException refusal(SQLException e) {
        return new ImportException(
                "Cannot read %s: %s; check that it is a Parquet file"
                        .formatted(
                                path,
                                String.valueOf(e.getMessage())
                                        .lines()
                                        .findFirst()
                                        .orElse("unknown")),
                e);
    }

    private record Column(String name, String type) {
        String sql() {
            boolean nested = type.startsWith("STRUCT") || type.startsWith("MAP") || type.endsWith("[]");
            return nested
                    ? "cast(to_json(%s) as varchar)".formatted(Sql.name(name))
                    : "cast(%s as varchar)".formatted(Sql.name(name));
        }
    }
}
