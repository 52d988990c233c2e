/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import io.sourcelens.stack.ClickHouse;
import io.sourcelens.stack.ComparedTable;
import io.sourcelens.stack.LakeFiles;
import io.sourcelens.stack.MarketplaceTables;
import io.sourcelens.stack.Sql;
import io.sourcelens.stack.StackSettings;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the lake and the live counts have other than the marketplace after a load of millions of rows: counted and summed
 * where the rows are, because they are too many to be held here.
 */
record LoadDifference(
        long lost, long doubled, long invented, List<String> differingTables, Set<String> differingMinutes) {

    /**
     * Compares a chain that is at rest and published.
     *
     * @param committed what was changed since there is a change log
     * @param since no order of the load is older
     */
    static LoadDifference now(StackSettings settings, CommittedChanges committed, Instant since)
            throws SQLException, IOException {
        ClickHouse clickHouse = new ClickHouse(settings);
        long lost = 0;
        long doubled = 0;
        long invented = 0;
        List<String> differingTables = new ArrayList<>();
        for (String table : MarketplaceTables.CAPTURED) {
            for (List<String> operation : logged(settings, clickHouse, table)) {
                long changes = Long.parseLong(operation.get(1));
                long expected = committed.counts().getOrDefault(table + " " + operation.get(0), 0L);
                lost += Math.max(0, expected - changes);
                invented += Math.max(0, changes - expected);
                doubled += Long.parseLong(operation.get(2)) - changes;
            }
            if (!inMarketplace(settings, table).equals(inLake(settings, clickHouse, table))) {
                differingTables.add(table);
            }
        }
        return new LoadDifference(
                lost, doubled, invented, differingTables, differingMinutes(settings, clickHouse, since));
    }

    /** Of each operation, how many different changes, and how many rows; also those that there are none of. */
    private static List<List<String>> logged(StackSettings settings, ClickHouse clickHouse, String table)
            throws SQLException, IOException {
        return clickHouse.rows(
                """
                WITH logged AS (
                    SELECT change_op, uniqExact(%s, source_position) AS changes, count() AS records
                    FROM %s
                    WHERE marketplace = 'demo'
                    GROUP BY change_op
                )
                SELECT operation, changes, records
                FROM (SELECT arrayJoin(['c', 'u', 'd']) AS operation) AS operations
                LEFT JOIN logged ON change_op = operation""".formatted(ComparedTable.keyInLake(table), LakeFiles.inClickHouse(settings, "raw", table)));
    }

    /** Rows and the sum of 32 bits of a hash of each: a row other, more or less changes it. */
    private static List<List<String>> inMarketplace(StackSettings settings, String table) throws SQLException {
        return Sql.marketplace(
                settings, """
                SELECT count(*)::text, coalesce(sum(('x' || left(md5(%s), 8))::bit(32)::bigint), 0)::text
                FROM marketplace."%s\"""".formatted(ComparedTable.of(settings, table).rowInMarketplace(), table));
    }

    private static List<List<String>> inLake(StackSettings settings, ClickHouse clickHouse, String table)
            throws SQLException, IOException {
        return clickHouse.rows("""
                SELECT count(), sum(toUInt64(reinterpretAsUInt32(reverse(substring(MD5(%s), 1, 4)))))
                FROM %s
                WHERE marketplace = 'demo' AND NOT deleted""".formatted(
                ComparedTable.of(settings, table).rowInLake(), LakeFiles.inClickHouse(settings, "core", table)));
    }

    /** Minutes whose live orders, units or revenue are others than those of the marketplace's lines. */
    private static Set<String> differingMinutes(StackSettings settings, ClickHouse clickHouse, Instant since)
            throws SQLException, IOException {
        long from = since.getEpochSecond() / 60 * 60;
        Set<List<String>> expected = new HashSet<>(Sql.marketplace(settings, """
                SELECT
                    extract(epoch FROM date_trunc('minute', ordered_at))::bigint::text,
                    count(DISTINCT order_id)::text,
                    sum(quantity)::text,
                    sum(quantity * sale_price_minor)::bigint::text
                FROM marketplace.order_line
                WHERE status = 'active' AND ordered_at >= to_timestamp(%d)
                GROUP BY 1""".formatted(from)));
        Set<List<String>> live = new HashSet<>(clickHouse.rows("""
                SELECT
                    toUnixTimestamp64Second(minute_at),
                    uniqExactArray(order_hashes),
                    sum(units),
                    sum(sale_revenue_minor)
                FROM live.minute_count FINAL
                WHERE marketplace = 'demo' AND dimension = 'sku' AND units > 0
                    AND minute_at >= fromUnixTimestamp64Second(toInt64(%d))
                GROUP BY 1""".formatted(from)));
        Set<String> differing = new HashSet<>();
        expected.stream().filter(row -> !live.contains(row)).forEach(row -> differing.add(row.get(0)));
        live.stream().filter(row -> !expected.contains(row)).forEach(row -> differing.add(row.get(0)));
        return differing;
    }
}
