/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history.source;

import io.sourcelens.ingestion.history.mapping.ImportException;
import io.sourcelens.ingestion.history.mapping.Sql;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** The rows of all files of a name in one table of texts, each with its place. */
public final class SourceTable {
    private final Connection connection;
    private final String table;
    private final List<String> columns;
    private final LongConsumer progress;
    private long position;

    /** @param progress told how many rows are read, after each */
    public SourceTable(Connection connection, String table, List<String> columns, LongConsumer progress) {
        this.connection = connection;
        this.table = table;
        this.columns = List.copyOf(columns);
        this.progress = progress;
    }

    public void create() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table %s (__position bigint, __file varchar, __row bigint, __malformed varchar, __original varchar, %s)"
                            .formatted(
                                    Sql.name(table),
                                    columns.stream()
                                            .map(column -> Sql.name(column) + " varchar")
                                            .collect(Collectors.joining(", "))));
        }
    }

    /** @throws ImportException when a file cannot be read to its end */
    public void load(List<DataFile> files) throws SQLException {
        for (DataFile file : files) {
            if (file instanceof ParquetFile parquet) {
                insert(parquet);
            } else if (file instanceof DataFile.OfTexts texts) {
                append(texts);
            }
        }
    }

    private void insert(ParquetFile file) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            position += statement.executeUpdate(
                    "insert into %s select %d + __row, %s, __row, null, null, * exclude (__row) from (%s)"
                            .formatted(Sql.name(table), position, Sql.text(name(file)), file.rows(columns)));
            progress.accept(position);
        }
    }

    private void append(DataFile.OfTexts file) throws SQLException {
        List<Integer> places = places(file.columns());
        try (DuckDBAppender appender =
                connection.unwrap(DuckDBConnection.class).createAppender(DuckDBConnection.DEFAULT_SCHEMA, table)) {
            file.forEachRow(row -> {
                try {
                    append(appender, name(file), row, places);
                } catch (SQLException e) {
                    throw new ImportException(
                            "Cannot read row %d of %s: %s; correct the row"
                                    .formatted(row.number(), file.path(), e.getMessage()),
                            e);
                }
            });
        }
    }

    private void append(DuckDBAppender appender, String file, SourceRow row, List<Integer> places) throws SQLException {
        appender.beginRow();
        appender.append(++position).append(file).append(row.number());
        appendText(appender, row.malformed());
        appendText(appender, row.original());
        for (int place : places) {
            appendText(
                    appender,
                    place < 0 || row.values().isEmpty() ? null : row.values().get(place));
        }
        appender.endRow();
        progress.accept(position);
    }

    private static void appendText(DuckDBAppender appender, @Nullable String text) throws SQLException {
        if (text == null) {
            appender.appendNull();
        } else {
            appender.append(text);
        }
    }

    /** Where each column of the table stands in the file; -1 if the file lacks it. */
    private List<Integer> places(List<String> ofFile) {
        List<Integer> places = new ArrayList<>();
        for (String column : columns) {
            int place = -1;
            for (int index = 0; index < ofFile.size() && place < 0; index++) {
                place = ofFile.get(index).equalsIgnoreCase(column) ? index : -1;
            }
            places.add(place);
        }
        return places;
    }

    private static String name(DataFile file) {
        Path name = file.path().getFileName();
        return name.toString();
    }
}
