/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.intake;

import static io.sourcelens.batch.lake.Columns.sumIf;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.sourcelens.batch.marketplace.Marketplaces;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What {@link Demand} is made of, as one query. */
final class DemandSums {
    private static final String[] SKU = {"marketplace", "sku_id"};

    private DemandSums() {}

    /**
     * One row per sku with a unit that was sold.
     *
     * @param rollup {@code rollup.sku_seller_day}
     * @param skus {@code core.sku}
     * @param margins {@code mart.margin_distribution}
     * @param forecasts {@code mart.supplier_forecast}
     * @param stocks {@code mart.stock_watch}
     */
    static Dataset<Row> of(
            Dataset<Row> rollup,
            Dataset<Row> skus,
            Dataset<Row> margins,
            Dataset<Row> forecasts,
            Dataset<Row> stocks,
            Marketplaces marketplaces) {
        Column newest = col("week").lt(SkuDemand.WEEKS / 2);
        List<Column> sums = new ArrayList<>();
        for (int week = 0; week < SkuDemand.WEEKS; week++) {
            sums.add(sumIf(col("week").equalTo(week), col("orders")).as("orders_" + week));
        }
        sums.add(sumIf(newest, col("units")).as("units_newest"));
        sums.add(sumIf(not(newest), col("units")).as("units_before"));
        sums.add(sum("sale_revenue_minor").as("revenue"));
        sums.add(countDistinct(when(
                        newest.and(col("seller_id").notEqual("unknown"))
                                .and(col("units").gt(0)),
                        col("seller_id")))
                .as("sellers"));
        sums.add(min("day").as("first_day"));
        Dataset<Row> sold = rollup.withColumn(
                        "age_days", marketplaces.value(one -> datediff(lit(one.unfinishedDay()), col("day"))))
                .filter(col("age_days").between(1, Demand.DAYS).and(col("units").gt(0)))
                .withColumn("week", col("age_days").minus(1).divide(7).cast("int"))
                .groupBy("marketplace", "sku_id")
                .agg(max("supplier_id").as("line_supplier_id"), sums.toArray(Column[]::new));
        return sold.join(broadcast(details(skus)), SKU, "left")
                .withColumn("supplier_id", coalesce(col("line_supplier_id"), col("sku_supplier_id")))
                .join(broadcast(settled(margins)), new String[] {"marketplace", "sku_id", "supplier_id"}, "left")
                .join(broadcast(lateDelivery(forecasts)), new String[] {"marketplace", "supplier_id"}, "left")
                .join(broadcast(lost(stocks)), SKU, "left");
    }

    private static Dataset<Row> details(Dataset<Row> skus) {
        return skus.filter(not(col("deleted")))
                .select(
                        col("marketplace"),
                        col("sku_id"),
                        col("category_id"),
                        col("supplier_id").as("sku_supplier_id"));
    }

    private static Dataset<Row> settled(Dataset<Row> margins) {
        return margins.filter(
                        col("settlement").equalTo("settled").and(col("reason").isNull()))
                .select("marketplace", "sku_id", "supplier_id", "contribution_median_minor", "order_lines");
    }

    private static Dataset<Row> lateDelivery(Dataset<Row> forecasts) {
        return forecasts
                .filter(col("target")
                        .equalTo("late_delivery")
                        .and(col("horizon_days").equalTo(30)))
                .select(
                        col("marketplace"),
                        col("supplier_id"),
                        col("probability").as("late_delivery"));
    }

    private static Dataset<Row> lost(Dataset<Row> stocks) {
        return stocks.filter(col("lost_units").isNotNull())
                .select(
                        col("marketplace"),
                        col("sku_id"),
                        col("out_of_stock_days"),
                        col("no_stock_units"),
                        col("lost_units").minus(col("no_stock_units")).as("missed_units"),
                        col("lost_units_variance"));
    }
}
