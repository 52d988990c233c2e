/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.rollup;

import static io.sourcelens.batch.lake.Columns.countIf;
import static io.sourcelens.batch.lake.Columns.sumOrNull;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.sourcelens.batch.margin.OrderLineMargin;
import io.sourcelens.batch.marketplace.Marketplaces;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** {@code rollup.sku_seller_day}: what a seller's orders of a sku on one day brought and cost so far. */
public final class SkuSellerDay {
    /** Seller of lines whose seller the marketplace does not know. */
    public static final String UNKNOWN_SELLER = "unknown";

    private static final Column CANCELLED = col("status").equalTo("cancelled");

    private SkuSellerDay() {}

    /**
     * Rolls up whole days.
     *
     * @param lines {@code core.order_line} of those days
     * @param payments {@code core.payment}, at least of their orders
     * @param cases {@code core.after_sale_case}, at least of their lines
     */
    public static Dataset<Row> rollup(
            Dataset<Row> lines, Dataset<Row> payments, Dataset<Row> cases, Marketplaces marketplaces) {
        Dataset<Row> withDay = lines.filter(not(col("deleted")))
                .withColumn("day", marketplaces.day(col("ordered_at")))
                .filter(col("day").isNotNull());
        return OrderLineMargin.parts(withDay, payments, cases)
                .withColumn("seller_id", coalesce(col("seller_id"), lit(UNKNOWN_SELLER)))
                .groupBy("marketplace", "day", "seller_id", "sku_id")
                .agg(
                        max("supplier_id").as("supplier_id"),
                        countDistinct(when(not(CANCELLED), col("order_id"))).as("orders"),
                        count(lit(1)).as("order_lines"),
                        countIf(CANCELLED).as("cancelled_order_lines"),
                        sum("units").as("units"),
                        sum("sale_revenue_minor").as("sale_revenue_minor"),
                        sumOrNull(col("supply_cost_minor")).as("supply_cost_minor"),
                        sumOrNull(col("freight_minor")).as("freight_minor"),
                        sumOrNull(col("platform_fee_minor")).as("platform_fee_minor"),
                        sum("payment_fee_minor").as("payment_fee_minor"),
                        sumOrNull(col("promotion_minor")).as("promotion_minor"),
                        sum("refund_minor").as("refund_minor"),
                        sum("return_reship_freight_minor").as("return_reship_freight_minor"),
                        max("ordered_at").as("latest_ordered_at"));
    }
}
