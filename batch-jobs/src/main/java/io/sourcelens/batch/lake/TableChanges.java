/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.lake;

import io.sourcelens.batch.marketplace.MarketplaceDays;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotChanges;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.Table;
import org.apache.iceberg.util.SnapshotUtil;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What changed in a table since a version that a job noted. */
public final class TableChanges {
    private TableChanges() {}

    /**
     * Days of which files came or went, of a table that is partitioned by marketplace and day.
     *
     * @return empty if the version is not in the table's history any more
     */
    public static Optional<MarketplaceDays> daysSince(Table table, long version) {
        MarketplaceDays days = MarketplaceDays.none();
        return partitionsSince(table, version, partition -> add(days, partition))
                ? Optional.of(days)
                : Optional.empty();
    }

    /**
     * Marketplaces of which files came or went, of a table that is partitioned by marketplace first.
     *
     * @return empty if the version is not in the table's history any more
     */
    public static Optional<Set<String>> marketplacesSince(Table table, long version) {
        Set<String> marketplaces = new TreeSet<>();
        return partitionsSince(table, version, partition -> marketplaces.add(partition.get(0, String.class)))
                ? Optional.of(marketplaces)
                : Optional.empty();
    }

    /** @return false if the version is not in the table's history any more */
    private static boolean partitionsSince(Table table, long version, Consumer<StructLike> changed) {
        long now = Lake.version(table);
        if (now == version) {
            return true;
        }
        if (table.snapshot(version) == null || !SnapshotUtil.isAncestorOf(table, now, version)) {
            return false;
        }
        for (Snapshot snapshot : SnapshotUtil.ancestorsBetween(now, version, table::snapshot)) {
            if (Lake.isRewrite(snapshot)) {
                continue;
            }
            SnapshotChanges changes =
                    SnapshotChanges.builderFor(table).snapshot(snapshot).build();
            changes.addedDataFiles().forEach(file -> changed.accept(file.partition()));
            changes.removedDataFiles().forEach(file -> changed.accept(file.partition()));
        }
        return true;
    }

    private static void add(MarketplaceDays days, StructLike partition) {
        days.add(partition.get(0, String.class), LocalDate.ofEpochDay(partition.get(1, Integer.class)));
    }

    /**
     * Rows of a slow entity as they are now, without those that had the same columns in an earlier version of core.
     *
     * @return empty if the version is not to be had any more
     */
    public static Optional<Dataset<Row>> rowsSince(
            Lake lake, Table table, String name, long version, String... columns) {
        if (table.snapshot(version) == null) {
            return Optional.empty();
        }
        Dataset<Row> before = select(lake.read(name, version), columns);
        return Optional.of(select(lake.read(name), columns).except(before));
    }

    private static Dataset<Row> select(Dataset<Row> rows, String... columns) {
        return rows.selectExpr(columns);
    }
}
