/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.publish;

import io.sourcelens.batch.marketplace.MarketplaceDays;
import io.sourcelens.schema.ClickHouseTable;
import io.sourcelens.schema.Field;
import io.sourcelens.schema.Schemas;
import io.sourcelens.schema.TableSchema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
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

    /**
     * Loads what changed, and takes over the weeks that did not from the table that is read, without copying them.
     *
     * @return rows loaded and taken over
     */
    long load(LakeSource source) throws SQLException {
        TableSchema mart = Schemas.mart(source.table().mart());
        String table = loading(mart.name());
        execute(ClickHouseTable.create(mart, table));
        Optional<String> changed = source.table()
                .changed()
                .filter(days -> ClickHouseTable.hasWeeks(mart))
                .map(MartTables::inWeeks);
        if (changed.isPresent()) {
            takeOver(mart.name(), "NOT (%s)".formatted(changed.get()));
        }
        String columns = mart.fields().stream().map(Field::name).collect(Collectors.joining("`, `", "`", "`"));
        execute("INSERT INTO %s (%s) SELECT %s FROM %s WHERE %s SETTINGS max_partitions_per_insert_block = 0"
                .formatted(table, columns, columns, source.expression(), changed.orElse("true")));
        return count(table);
    }

    private void takeOver(String mart, String weeks) throws SQLException {
        for (String partition : names("SELECT DISTINCT _partition_id FROM mart.%s WHERE %s".formatted(mart, weeks))) {
            execute("ALTER TABLE %s ATTACH PARTITION ID '%s' FROM mart.%s".formatted(loading(mart), partition, mart));
        }
    }

    /** True for rows of the weeks that the days are in; with bounds of the days, by which the lake's files are skipped. */
    private static String inWeeks(MarketplaceDays days) {
        SortedSet<String> weeks = new TreeSet<>();
        SortedSet<LocalDate> mondays = new TreeSet<>();
        days.days()
                .forEach((marketplace, ofMarketplace) -> ofMarketplace.forEach(day -> {
                    LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                    mondays.add(monday);
                    weeks.add("(%s, toDate('%s'))".formatted(LakeSource.quoted(marketplace), monday));
                }));
        return weeks.isEmpty()
                ? "false"
                : "%s IN (%s) AND day BETWEEN '%s' AND '%s'"
                        .formatted(
                                ClickHouseTable.WEEK,
                                String.join(", ", weeks),
                                mondays.first(),
                                mondays.last().plusDays(6));
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
        return names(
                "SELECT name FROM system.tables WHERE database = 'mart' AND endsWith(name, '%s')".formatted(SUFFIX));
    }

    private List<String> names(String query) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
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
