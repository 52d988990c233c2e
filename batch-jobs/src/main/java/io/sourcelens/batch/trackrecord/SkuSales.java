/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

import static io.sourcelens.batch.lake.Columns.sumIf;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_diff;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.sum;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a sku sold in the weeks before an origin.
 *
 * @param unitsLastWeek units of the last 7 days
 * @param ordersLastWeek orders of the last 7 days
 * @param ordersWeekBefore orders of the 7 days before these
 * @param ordersEightWeeks orders of the last 56 days
 * @param decayedOrders orders of the last 56 days, each weighted by (age in hours + 2)^-1.8
 */
record SkuSales(
        String skuId,
        long unitsLastWeek,
        long ordersLastWeek,
        long ordersWeekBefore,
        long ordersEightWeeks,
        double decayedOrders) {
    static final int DAYS = 56;

    /**
     * Of every sku that sold.
     *
     * @param rollup {@code rollup.sku_seller_day} of the {@value #DAYS} days before the origin and no others
     */
    static List<SkuSales> before(LocalDate origin, Dataset<Row> rollup) {
        Column daysAgo = date_diff(lit(origin), col("day"));
        // A day's orders are on average half a day older than its end.
        Column weight = pow(daysAgo.multiply(24).minus(12).plus(2), lit(-1.8));
        return rollup
                .groupBy("sku_id")
                .agg(
                        sumIf(daysAgo.leq(7), col("units")),
                        sumIf(daysAgo.leq(7), col("orders")),
                        sumIf(daysAgo.between(8, 14), col("orders")),
                        sum("orders"),
                        sum(col("orders").multiply(weight)))
                .collectAsList()
                .stream()
                .map(row -> new SkuSales(
                        row.getString(0),
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getDouble(5)))
                .toList();
    }

    double meanWeeklyOrders() {
        return ordersEightWeeks * 7.0 / DAYS;
    }
}
