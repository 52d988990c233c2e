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
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Keeps {@code rollup.sku_seller_day} up to date: the order days of lines, payments and cases that changed. */
public final class SkuSellerDayTable {
    private static final LakeTable TABLE = LakeTable.rollup(Schemas.rollup("sku_seller_day"));

    private final Lake lake;
    private final CoreTables core;

    public SkuSellerDayTable(Lake lake, CoreTables core) {
        this.lake = lake;
        this.core = core;
    }

    /** Computes the touched days again. */
    public RollupResult refresh(Marketplaces marketplaces) {
        var table = lake.ensure(TABLE);
        RollupInputs inputs = new RollupInputs(
                lake, core, lake.notes(table), marketplaces, List.of("order_line", "payment", "after_sale_case"));
        if (inputs.nothing()) {
            return RollupResult.unchanged(TABLE.name());
        }
        Dataset<Row> lines = lake.read("core.order_line");
        Dataset<Row> payments = lake.read("core.payment");
        Dataset<Row> cases = lake.read("core.after_sale_case");
        if (inputs.everything()) {
            Dataset<Row> rows = SkuSellerDay.rollup(lines, payments, cases, marketplaces);
            lake.overwrite(rows, TABLE, lit(true), inputs.seen());
            return RollupResult.everything(TABLE.name());
        }
        MarketplaceDays days = touched(inputs, marketplaces);
        if (days.isEmpty()) {
            lake.note("rollup." + TABLE.name(), inputs.seen());
            return RollupResult.unchanged(TABLE.name());
        }
        Dataset<Row> ofDays = lines.filter(days.ofInstant("ordered_at", marketplaces));
        Dataset<Row> rows = SkuSellerDay.rollup(
                ofDays,
                Keys.only(payments, ofDays, "order_id"),
                Keys.only(cases, ofDays, "order_line_id"),
                marketplaces);
        lake.overwriteByFew(rows, TABLE, days.ofDate("day"), inputs.seen());
        return RollupResult.days(TABLE.name(), days.size());
    }

    private MarketplaceDays touched(RollupInputs inputs, Marketplaces marketplaces) {
        List<Dataset<Row>> touched = new ArrayList<>();
        Dataset<Row> lines = lake.read("core.order_line").withColumn("day", marketplaces.day(col("ordered_at")));
        inputs.changes("order_line")
                .map(changes -> changes.withColumn("day", marketplaces.day(col("ordered_at"))))
                .ifPresent(touched::add);
        inputs.changes("payment")
                .map(changes -> Keys.only(lines, changes, "order_id"))
                .ifPresent(touched::add);
        inputs.changes("after_sale_case")
                .map(changes -> Keys.only(lines, changes, "order_line_id"))
                .ifPresent(touched::add);
        return MarketplaceDays.collect(touched);
    }
}
