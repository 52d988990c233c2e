/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.SmallTables;
import io.sourcelens.batch.marketplace.CategoryTree;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.Snapshot;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The lake's tables as they were when the backtest began: every origin reads the same, whatever is refreshed meanwhile. */
final class LakeAtStart {
    private final Lake lake;
    private final Map<String, Optional<Snapshot>> snapshots = new HashMap<>();
    private final CategoryTree categories;

    LakeAtStart(Lake lake) {
        this.lake = lake;
        this.categories = CategoryTree.of(new SmallTables(lake).current("category"));
    }

    Dataset<Row> read(String table) {
        return snapshots
                .computeIfAbsent(
                        table,
                        name -> Optional.ofNullable(
                                lake.find(name).orElseThrow().currentSnapshot()))
                .map(snapshot -> lake.read(table, snapshot.snapshotId()))
                .orElseGet(() -> lake.read(table));
    }

    CategoryTree categories() {
        return categories;
    }

    /** See {@link CategoryTree#paths}. */
    Dataset<Row> categoryPaths() {
        return categories.paths(lake.spark());
    }
}
