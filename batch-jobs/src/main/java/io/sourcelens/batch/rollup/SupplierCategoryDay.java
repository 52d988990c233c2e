/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.rollup;

import static io.sourcelens.batch.lake.Columns.countIf;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;

import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.batch.supplier.Defect;
import io.sourcelens.batch.supplier.LateDispatch;
import io.sourcelens.batch.supplier.NoStockCancel;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** {@code rollup.supplier_category_day}: a supplier's parcels by promised day and order lines by order day. */
public final class SupplierCategoryDay {
    /** Stands for every category and for none. */
    public static final String ALL = "all";

    private static final String[] GRAIN = {"marketplace", "day", "supplier_id", "category_id"};

    private SupplierCategoryDay() {}

    /** Parcels and lines side by side; either may be missing on a day. */
    static Dataset<Row> rollup(Dataset<Row> parcels, Dataset<Row> lines) {
        return parcels.unionByName(lines, true)
                .groupBy(GRAIN[0], GRAIN[1], GRAIN[2], GRAIN[3])
                .agg(
                        total("parcels_due"),
                        total("parcels_late"),
                        total("parcels_not_scanned"),
                        total("order_lines"),
                        total("defect_lines"),
                        total("placed_lines"),
                        total("no_stock_lines"),
                        total("shown_lines"),
                        total("no_stock_shown_lines"));
    }

    private static Column total(String counted) {
        return coalesce(sum(counted), lit(0L)).as(counted);
    }

    /**
     * Parcels that had a promise to keep, by promised day: one row per parcel and category that it counts in.
     *
     * @param parcels {@code core.parcel} with a promise on those days
     * @param scans {@code core.tracking_scan}, at least of those parcels
     * @param parcelLines {@code core.order_line}, at least of those parcels
     * @param categories columns marketplace, sku_id, first_level_category_id
     */
    static Dataset<Row> judgedParcels(
            Dataset<Row> parcels,
            Dataset<Row> scans,
            Dataset<Row> parcelLines,
            Dataset<Row> categories,
            Marketplaces marketplaces) {
        Dataset<Row> judged = LateDispatch.judge(parcels, scans)
                .withColumn("day", marketplaces.day(col("promised_dispatch_at")))
                .filter(col("day").isNotNull());
        Dataset<Row> categoriesOfParcels = parcelLines
                .filter(not(col("deleted")).and(col("parcel_id").isNotNull()))
                .join(categories, new String[] {"marketplace", "sku_id"})
                .select(col("marketplace"), col("parcel_id"), allAndOwn())
                .distinct();
        return judged.join(categoriesOfParcels, new String[] {"marketplace", "parcel_id"}, "left")
                // Nothing is known of its lines.
                .withColumn("category_id", coalesce(col("category_id"), lit(ALL)));
    }

    /** Counts {@link #judgedParcels}. */
    static Dataset<Row> parcels(Dataset<Row> judgedParcels) {
        return judgedParcels
                .groupBy(GRAIN[0], GRAIN[1], GRAIN[2], GRAIN[3])
                .agg(
                        count(lit(1)).as("parcels_due"),
                        countIf(col("late")).as("parcels_late"),
                        countIf(col("not_scanned")).as("parcels_not_scanned"));
    }

    /**
     * Order lines of a supplier, by order day: one row per line and category that it counts in.
     *
     * @param lines {@code core.order_line} of those days
     * @param cases {@code core.after_sale_case}, at least of those lines
     * @param categories columns marketplace, sku_id, first_level_category_id
     */
    public static Dataset<Row> judgedLines(
            Dataset<Row> lines, Dataset<Row> cases, Dataset<Row> categories, Marketplaces marketplaces) {
        return Defect.judge(lines, cases)
                .filter(col("supplier_id").isNotNull())
                .withColumn("day", marketplaces.day(col("ordered_at")))
                .filter(col("day").isNotNull())
                .join(categories, new String[] {"marketplace", "sku_id"}, "left")
                .withColumn("category_id", allAndOwn());
    }

    /** Counts {@link #judgedLines}. */
    public static Dataset<Row> lines(Dataset<Row> judgedLines) {
        return judgedLines
                .groupBy(GRAIN[0], GRAIN[1], GRAIN[2], GRAIN[3])
                .agg(
                        countIf(col("status").notEqual("cancelled")).as("order_lines"),
                        countIf(col("defect")).as("defect_lines"),
                        count(lit(1)).as("placed_lines"),
                        countIf(NoStockCancel.CANCELLED).as("no_stock_lines"),
                        countIf(NoStockCancel.SHOWN).as("shown_lines"),
                        countIf(NoStockCancel.SHOWN.and(NoStockCancel.CANCELLED))
                                .as("no_stock_shown_lines"));
    }

    private static Column allAndOwn() {
        return explode(array_compact(array(lit(ALL), col("first_level_category_id"))))
                .as("category_id");
    }
}
