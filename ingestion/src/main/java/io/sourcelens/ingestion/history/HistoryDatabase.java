/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** The rows of one file, read and judged in a DuckDB of their own that spills to a temporary folder. */
final class HistoryDatabase implements AutoCloseable {
    private static final String MEMORY_LIMIT = "512MB";

    private final Path folder;
    private final Connection connection;

    private HistoryDatabase(Path folder, Connection connection) {
        this.folder = folder;
        this.connection = connection;
    }

    /** @throws ImportException when the file does not fit the format */
    static HistoryDatabase read(Path file, HistoryFormat format) {
        HistoryDatabase database = open();
        try {
            database.load(file, format);
            return database;
        } catch (SQLException e) {
            database.close();
            throw new ImportException(
                    "Cannot read %s as %s: %s; check that it is a file of this format"
                            .formatted(file, format.name(), firstLine(e)),
                    e);
        }
    }

    /** Rows of the file, counted apart from judging them. */
    long countRows() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from source_row")) {
            result.next();
            return result.getLong(1);
        }
    }

    /** Streams what a query finds. */
    void forEach(String query, RowConsumer consumer) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                consumer.accept(rows);
            }
        }
    }

    @Override
    public void close() {
        try (Stream<Path> paths = Files.walk(folder)) {
            connection.close();
            List<Path> childrenFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : childrenFirst) {
                Files.deleteIfExists(path);
            }
        } catch (SQLException | IOException e) {
            throw new ImportException(
                    "Cannot remove temporary folder %s: %s; remove it by hand".formatted(folder, e.getMessage()), e);
        }
    }

    private static HistoryDatabase open() {
        try {
            Path folder = Files.createTempDirectory("history-import");
            Properties properties = new Properties();
            properties.setProperty("jdbc_stream_results", "true");
            properties.setProperty("memory_limit", MEMORY_LIMIT);
            properties.setProperty("temp_directory", folder.toString());
            properties.setProperty("autoinstall_known_extensions", "false");
            String url = "jdbc:duckdb:" + folder.resolve("rows.duckdb");
            return new HistoryDatabase(folder, DriverManager.getConnection(url, properties));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create a temporary folder: " + e.getMessage(), e);
        } catch (SQLException e) {
            throw new ImportException("Cannot open DuckDB: %s".formatted(firstLine(e)), e);
        }
    }

    private void load(Path file, HistoryFormat format) throws SQLException {
        try (PreparedStatement variable = connection.prepareStatement("set variable source_file = ?")) {
            variable.setString(1, file.toAbsolutePath().toString());
            variable.execute();
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("create view source_row as " + format.sourceRow());
            statement.execute("create table judged_row as " + format.judgedRow());
        }
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("unknown");
    }

    /** Takes the row at which the cursor stands. */
    interface RowConsumer {
        void accept(ResultSet row) throws SQLException;
    }
}
