/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.rollup;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import io.sourcelens.batch.core.Keys;
import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.marketplace.CategoryTree;
import io.sourcelens.batch.marketplace.MarketplaceDays;
import io.sourcelens.batch.marketplace.Marketplaces;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Parcels and order lines of core, judged one by one: what {@code rollup.supplier_category_day} counts, and what shows the
 * orders behind its counts.
 */
public final class SupplierJudgements {
    /** For exports whose parcels begin later than their orders, whatever the contract says. */
    private static final Column GIVE_OR_TAKE = expr("INTERVAL 7 DAYS");

    private final Lake lake;
    private final Marketplaces marketplaces;
    private final Dataset<Row> firstLevels;

    public SupplierJudgements(Lake lake, Marketplaces marketplaces, CategoryTree tree) {
        this.lake = lake;
        this.marketplaces = marketplaces;
        this.firstLevels = tree.firstLevels(lake.read("core.sku"));
    }

    /** See {@link SupplierCategoryDay#judgedParcels}. */
    Dataset<Row> parcels() {
        return SupplierCategoryDay.judgedParcels(
                lake.read("core.parcel"),
                lake.read("core.tracking_scan"),
                lake.read("core.order_line"),
                firstLevels,
                marketplaces);
    }

    /** See {@link SupplierCategoryDay#judgedLines}. */
    Dataset<Row> lines() {
        return SupplierCategoryDay.judgedLines(
                lake.read("core.order_line"), lake.read("core.after_sale_case"), firstLevels, marketplaces);
    }

    /**
     * One row per parcel that meets the condition and category that it counts in: the parcel's columns, {@code day},
     * {@code category_id}, {@code first_scanned_at}, {@code late}, {@code not_scanned}. No parcel is scanned before its order
     * is placed, and its lines are ordered when it is created, give or take.
     */
    public Dataset<Row> parcels(Column condition) {
        Dataset<Row> parcels = lake.read("core.parcel").filter(condition);
        Row bounds = parcels.agg(
                        min("created_at"),
                        min(col("created_at").minus(GIVE_OR_TAKE)),
                        max(col("created_at").plus(GIVE_OR_TAKE)))
                .head();
        Column since = col("scanned_at").geq(lit(bounds.get(0)));
        Column placed = col("ordered_at").between(lit(bounds.get(1)), lit(bounds.get(2)));
        return SupplierCategoryDay.judgedParcels(
                parcels,
                Keys.only(lake.read("core.tracking_scan").filter(since), parcels, "parcel_id"),
                Keys.only(lake.read("core.order_line").filter(placed), parcels, "parcel_id"),
                firstLevels,
                marketplaces);
    }

    /**
     * One row per line of the days and category that it counts in: the line's columns, {@code day}, {@code category_id},
     * {@code defect}, {@code first_case}.
     */
    public Dataset<Row> lines(MarketplaceDays days) {
        Dataset<Row> lines = lake.read("core.order_line").filter(days.ofInstant("ordered_at", marketplaces));
        Dataset<Row> cases = Keys.since(lake.read("core.after_sale_case"), "opened_at", days.start());
        return SupplierCategoryDay.judgedLines(
                lines, Keys.only(cases, lines, "order_line_id"), firstLevels, marketplaces);
    }
}
