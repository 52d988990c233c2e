/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.rollup;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.sourcelens.batch.core.CoreTables;
import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.marketplace.MarketplaceDays;
import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.util.List;
import org.apache.iceberg.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Keeps {@code rollup.sku_stock_day} up to date: the days of levels that changed. */
public final class SkuStockDayTable {
    private static final LakeTable TABLE = LakeTable.rollup(Schemas.rollup("sku_stock_day"));

    private final Lake lake;
    private final CoreTables core;

    public SkuStockDayTable(Lake lake, CoreTables core) {
        this.lake = lake;
        this.core = core;
    }

    /** Computes the touched days again. */
    public RollupResult refresh(Marketplaces marketplaces) {
        Table table = lake.ensure(TABLE);
        RollupInputs inputs = new RollupInputs(lake, core, lake.notes(table), marketplaces, List.of("stock_level"));
        if (inputs.nothing()) {
            return RollupResult.unchanged(TABLE.name());
        }
        Dataset<Row> levels = lake.read("core.stock_level");
        if (inputs.everything()) {
            lake.overwrite(SkuStockDay.rollup(levels, marketplaces), TABLE, lit(true), inputs.seen());
            return RollupResult.everything(TABLE.name());
        }
        MarketplaceDays days = touched(inputs, marketplaces);
        if (days.isEmpty()) {
            lake.note("rollup." + TABLE.name(), inputs.seen());
            return RollupResult.unchanged(TABLE.name());
        }
        Dataset<Row> rows =
                SkuStockDay.rollup(levels.filter(days.ofInstant("recorded_at", marketplaces)), marketplaces);
        lake.overwriteByFew(rows, TABLE, days.ofDate("day"), inputs.seen());
        return RollupResult.days(TABLE.name(), days.size());
    }

    private static MarketplaceDays touched(RollupInputs inputs, Marketplaces marketplaces) {
        MarketplaceDays touched = MarketplaceDays.none();
        inputs.changes("stock_level")
                .map(changes -> changes.withColumn("day", marketplaces.day(col("recorded_at"))))
                .ifPresent(changes -> touched.addAll(MarketplaceDays.collect(changes)));
        return touched;
    }
}
