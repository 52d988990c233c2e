/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.rollup;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.sourcelens.batch.core.CoreTables;
import io.sourcelens.batch.core.Keys;
import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.marketplace.MarketplaceDays;
import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Keeps a rollup of what order lines leave up to date: the order days of lines that changed, and of payments and cases where
 * it is made of them too.
 */
public final class OrderLineDayTable {
    private static final List<String> LINES_AND_COSTS = List.of("order_line", "payment", "after_sale_case");

    private final Lake lake;
    private final CoreTables core;
    private final LakeTable definition;
    private final List<String> entities;
    private final Rollup rollup;

    private OrderLineDayTable(Lake lake, CoreTables core, String name, List<String> entities, Rollup rollup) {
        this.lake = lake;
        this.core = core;
        this.definition = LakeTable.rollup(Schemas.rollup(name));
        this.entities = entities;
        this.rollup = rollup;
    }

    private interface Rollup {
        Dataset<Row> of(Dataset<Row> lines, Dataset<Row> payments, Dataset<Row> cases, Marketplaces marketplaces);
    }

    /** {@code rollup.sku_seller_day}. */
    public static OrderLineDayTable skuSellerDay(Lake lake, CoreTables core) {
        return new OrderLineDayTable(lake, core, "sku_seller_day", LINES_AND_COSTS, SkuSellerDay::rollup);
    }

    /** {@code rollup.sku_supplier_day}. */
    public static OrderLineDayTable skuSupplierDay(Lake lake, CoreTables core) {
        return new OrderLineDayTable(lake, core, "sku_supplier_day", LINES_AND_COSTS, SkuSupplierDay::rollup);
    }

    /** {@code rollup.sku_mode_day}. */
    public static OrderLineDayTable skuModeDay(Lake lake, CoreTables core) {
        return new OrderLineDayTable(
                lake,
                core,
                "sku_mode_day",
                List.of("order_line"),
                (lines, payments, cases, marketplaces) -> SkuModeDay.rollup(lines, marketplaces));
    }

    /** Computes the touched days again. */
    public RollupResult refresh(Marketplaces marketplaces) {
        var table = lake.ensure(definition);
        RollupInputs inputs = new RollupInputs(lake, core, lake.notes(table), marketplaces, entities);
        if (inputs.nothing()) {
            return RollupResult.unchanged(definition.name());
        }
        Dataset<Row> lines = lake.read("core.order_line");
        Dataset<Row> payments = lake.read("core.payment");
        Dataset<Row> cases = lake.read("core.after_sale_case");
        if (inputs.everything()) {
            Dataset<Row> rows = rollup.of(lines, payments, cases, marketplaces);
            lake.overwrite(rows, definition, lit(true), inputs.seen());
            return RollupResult.everything(definition.name());
        }
        MarketplaceDays days = touched(inputs, marketplaces);
        if (days.isEmpty()) {
            lake.note("rollup." + definition.name(), inputs.seen());
            return RollupResult.unchanged(definition.name());
        }
        Dataset<Row> ofDays = lines.filter(days.ofInstant("ordered_at", marketplaces));
        Instant first = days.start();
        Dataset<Row> rows = rollup.of(
                ofDays,
                Keys.only(Keys.since(payments, "paid_at", first), ofDays, "order_id"),
                Keys.only(Keys.since(cases, "opened_at", first), ofDays, "order_line_id"),
                marketplaces);
        lake.overwriteByFew(rows, definition, days.ofDate("day"), inputs.seen());
        return RollupResult.days(definition.name(), days.size());
    }

    private MarketplaceDays touched(RollupInputs inputs, Marketplaces marketplaces) {
        Dataset<Row> lines = lake.read("core.order_line").withColumn("day", marketplaces.day(col("ordered_at")));
        MarketplaceDays touched = MarketplaceDays.none();
        inputs.changes("order_line")
                .map(changes -> changes.withColumn("day", marketplaces.day(col("ordered_at"))))
                .ifPresent(changes -> touched.addAll(MarketplaceDays.collect(changes)));
        inputs.changes("payment")
                .ifPresent(changes -> touched.addAll(Keys.days(lines, "ordered_at", changes, "paid_at", "order_id")));
        inputs.changes("after_sale_case")
                .ifPresent(changes ->
                        touched.addAll(Keys.days(lines, "ordered_at", changes, "opened_at", "order_line_id")));
        return touched;
    }
}
