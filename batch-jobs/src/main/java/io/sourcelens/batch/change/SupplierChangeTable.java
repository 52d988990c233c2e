/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.change;

import static org.apache.spark.sql.functions.col;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.Notes;
import io.sourcelens.batch.lake.SmallTables;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.batch.mart.Basis;
import io.sourcelens.batch.mart.MartInputs;
import io.sourcelens.batch.mart.MartResult;
import io.sourcelens.batch.rollup.SupplierCategoryDay;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.data.Record;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Keeps {@code mart.supplier_change} up to date: the suppliers of marketplaces of which anything changed. */
public final class SupplierChangeTable {
    private static final LakeTable TABLE = LakeTable.mart(Schemas.mart("supplier_change"));

    private static final List<String> INPUTS = List.of("rollup.supplier_category_day", "core.supplier");

    private final Lake lake;
    private final SmallTables small;

    public SupplierChangeTable(Lake lake) {
        this.lake = lake;
        this.small = new SmallTables(lake);
    }

    /** Looks again where anything changed that changes are seen in. */
    public MartResult refresh(Basis basis) {
        MartInputs inputs = new MartInputs(lake, basis, basis.rules(), INPUTS);
        Notes now = inputs.notes();
        Notes noted = lake.notes(lake.ensure(TABLE));
        if (noted.equals(now)) {
            return MartResult.unchanged(TABLE.name());
        }
        Marketplaces changed = inputs.changed(noted);
        List<Record> rows = new ArrayList<>();
        for (Marketplace marketplace : changed.all()) {
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
        small.replace(rows, TABLE, inputs.replaced(changed), now);
        return MartResult.written(TABLE.name(), List.of());
    }
}
