/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history;

import io.sourcelens.ingestion.history.mapping.CompiledFile;
import io.sourcelens.ingestion.history.mapping.CompiledFile.Probe;
import io.sourcelens.ingestion.history.mapping.CompiledFile.View;
import io.sourcelens.ingestion.history.mapping.ImportException;
import io.sourcelens.ingestion.history.mapping.Problems;
import io.sourcelens.ingestion.history.mapping.Sql;
import io.sourcelens.ingestion.history.source.SourceTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of all files, read and judged in a DuckDB of their own that spills to a temporary folder. */
final class HistoryDatabase implements AutoCloseable {
    private static final String MEMORY_LIMIT = "512MB";
    private static final String MACROS = "history/macros.sql";

    private final ImportPlan plan;
    private final ImportProgress progress;
    private final Path folder;
    private final Connection connection;

    private HistoryDatabase(ImportPlan plan, ImportProgress progress, Path folder, Connection connection) {
        this.plan = plan;
        this.progress = progress;
        this.folder = folder;
        this.connection = connection;
    }

    /** @throws ImportException when the mapping's SQL is wrong, or a file cannot be read or judged */
    static HistoryDatabase of(ImportPlan plan, ImportProgress progress) {
        HistoryDatabase database = open(plan, progress);
        try {
            database.prepare();
            database.judge();
            return database;
        } catch (SQLException e) {
            database.close();
            throw new ImportException(
                    "Cannot judge the rows with mapping %s: %s; correct the mapping (try_cast in place of cast does not fail)"
                            .formatted(plan.mappingFile(), words(e)),
                    e);
        } catch (ImportException e) {
            database.close();
            throw e;
        }
    }

    long count(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    /** When the latest row was so, or the export. */
    @Nullable
    OffsetDateTime latestTime() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select getvariable('latest_time')")) {
            result.next();
            return result.getObject(1, OffsetDateTime.class);
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

    private static HistoryDatabase open(ImportPlan plan, ImportProgress progress) {
        try {
            Path folder = Files.createTempDirectory("history-import");
            Properties properties = new Properties();
            properties.setProperty("jdbc_stream_results", "true");
            properties.setProperty("memory_limit", MEMORY_LIMIT);
            properties.setProperty("temp_directory", folder.toString());
            properties.setProperty("autoinstall_known_extensions", "false");
            String url = "jdbc:duckdb:" + folder.resolve("rows.duckdb");
            return new HistoryDatabase(plan, progress, folder, DriverManager.getConnection(url, properties));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create a temporary folder: " + e.getMessage(), e);
        } catch (SQLException e) {
            throw new ImportException("Cannot open DuckDB: %s".formatted(words(e)), e);
        }
    }

    /** Makes the views over empty tables: what is wrong with the mapping's SQL shows before anything is read. */
    private void prepare() throws SQLException {
        // What an expression gives without a zone is local to the marketplace.
        execute("set TimeZone = "
                + Sql.text(plan.mapping().marketplace().timeZone().getId()));
        for (String macro : macros().split(";\\s*\\n")) {
            execute(macro);
        }
        Problems problems = new Problems();
        for (CompiledFile file : plan.compiled()) {
            table(file).create();
            if (!makeViews(file, problems)) {
                continue;
            }
            execute("create table %s as select * from %s limit 0".formatted(file.judged(), file.verdict()));
        }
        problems.refuse(plan.mappingFile());
    }

    /** An expression that is wrong is left out, so that those behind it are tried too; false if that does not do. */
    private boolean makeViews(CompiledFile file, Problems problems) throws SQLException {
        Set<String> wrong = new LinkedHashSet<>();
        for (View view : file.views()) {
            for (Probe probe : view.probes()) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("explain " + probe.query());
                } catch (SQLException e) {
                    wrong.add(probe.expression());
                    problems.add(
                            probe.place(), "Cannot compute %s: %s; correct it".formatted(probe.expression(), words(e)));
                }
            }
            String query = view.query();
            for (String expression : wrong) {
                query = query.replace(expression, "null");
            }
            try {
                execute("create view %s as %s".formatted(view.name(), query));
            } catch (SQLException e) {
                if (problems.found().isEmpty()) {
                    throw e;
                }
                return false;
            }
        }
        return true;
    }

    private void judge() throws SQLException {
        for (CompiledFile file : plan.compiled()) {
            progress.say("reading " + file.name());
            table(file).load(plan.sources().files().get(file.name()));
            progress.say("judging %s: %,d rows".formatted(file.name(), count("select count(*) from " + file.source())));
            execute("insert into %s select * from %s".formatted(file.judged(), file.verdict()));
        }
        String times = plan.compiled().stream()
                .flatMap(file -> file.times().stream()
                        .map(time -> "select max(%s) as t from %s where __reject_reason is null"
                                .formatted(time, file.judged())))
                .collect(Collectors.joining(" union all "));
        var exportedAt = plan.mapping().marketplace().exportedAt();
        execute("set variable latest_time = %s"
                .formatted(
                        exportedAt == null
                                ? "(select max(t) from (%s))".formatted(times)
                                : "timestamptz '%s'".formatted(exportedAt)));
    }

    private SourceTable table(CompiledFile file) {
        return new SourceTable(
                connection,
                "source_" + file.name(),
                plan.sources().columns().get(file.name()),
                read -> progress.count("rows of " + file.name()));
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String macros() {
        try (InputStream stream = HistoryDatabase.class.getClassLoader().getResourceAsStream(MACROS)) {
            if (stream == null) {
                throw new IllegalStateException("Cannot find resource %s; build the module again".formatted(MACROS));
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read resource: " + MACROS, e);
        }
    }

    /** What DuckDB says, with its suggestion, without its picture of the statement. */
    private static String words(SQLException e) {
        return String.valueOf(e.getMessage())
                .lines()
                .takeWhile(line -> !line.startsWith("LINE"))
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining(" "));
    }

    /** Takes the row at which the cursor stands. */
    interface RowConsumer {
        void accept(ResultSet row) throws SQLException;
    }
}
