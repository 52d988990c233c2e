/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.change;

import static org.apache.spark.sql.functions.col;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.Notes;
import io.sourcelens.batch.lake.SmallTables;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.mart.Basis;
import io.sourcelens.batch.mart.MartResult;
import io.sourcelens.batch.rollup.SupplierCategoryDay;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Keeps {@code mart.supplier_change} up to date. */
public final class SupplierChangeTable {
    private static final LakeTable TABLE = LakeTable.mart(Schemas.mart("supplier_change"));

    private final Lake lake;
    private final SmallTables small;

    public SupplierChangeTable(Lake lake) {
        this.lake = lake;
        this.small = new SmallTables(lake);
    }

    /** Looks again if anything changed that changes are seen in. */
    public MartResult refresh(Basis basis) {
        Table table = lake.ensure(TABLE);
        Notes now = Notes.NONE
                .with(
                        "rollup",
                        Lake.version(lake.find("rollup.supplier_category_day").orElseThrow()))
                .with("core.supplier", Lake.version(lake.find("core.supplier").orElseThrow()))
                .with("rules", basis.rules())
                .with("as-of", basis.asOf());
        if (lake.notes(table).equals(now)) {
            return MartResult.unchanged(TABLE.name());
        }
        List<Record> rows = new ArrayList<>();
        for (Marketplace marketplace : basis.marketplaces().all()) {
            Dataset<Row> rollup = lake.read("rollup.supplier_category_day")
                    .filter(col("marketplace")
                            .equalTo(marketplace.id())
                            .and(col("category_id").equalTo(SupplierCategoryDay.ALL)));
            Map<String, @Nullable String> names = small.supplierNames(marketplace.id());
            Map<Target, WeeklyCounts> counts = WeeklyCounts.collect(rollup, marketplace.unfinishedDay());
            for (Target target : Target.values()) {
                boolean known = target.isKnown(basis, marketplace.id());
                rows.addAll(new SupplierChanges(TABLE, marketplace, target, known, names, basis.runId())
                        .rows(counts.get(target)));
            }
        }
        small.replace(rows, TABLE, now);
        return MartResult.written(TABLE.name(), List.of());
    }
}
