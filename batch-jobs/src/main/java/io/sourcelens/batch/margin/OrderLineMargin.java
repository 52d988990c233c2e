/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.margin;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What an order line brought and cost so far. A cancelled line brought nothing and cost its share of the payment fee and what
 * its after-sale cases cost.
 */
public final class OrderLineMargin {
    private static final Column CANCELLED = col("status").equalTo("cancelled");

    private OrderLineMargin() {}

    /**
     * Gives every line its parts: {@code units}, {@code sale_revenue_minor}, {@code supply_cost_minor}, {@code freight_minor},
     * {@code platform_fee_minor}, {@code payment_fee_minor}, {@code promotion_minor}, {@code refund_minor},
     * {@code return_reship_freight_minor}. A part that the line lacks is null; without payments and cases those parts are 0.
     *
     * @param lines every line of some orders that is not deleted
     * @param payments {@code core.payment}, at least of those orders
     * @param cases {@code core.after_sale_case}, at least of those lines
     */
    public static Dataset<Row> parts(Dataset<Row> lines, Dataset<Row> payments, Dataset<Row> cases) {
        return PaymentFee.share(lines, payments)
                .join(costs(cases), new String[] {"marketplace", "order_line_id"}, "left")
                .withColumn("units", unlessCancelled(col("quantity").cast("long")))
                .withColumn("sale_revenue_minor", unlessCancelled(times("sale_price_minor")))
                .withColumn("supply_cost_minor", unlessCancelled(times("supply_price_minor")))
                .withColumn("freight_minor", unlessCancelled(col("freight_minor")))
                .withColumn("platform_fee_minor", unlessCancelled(col("platform_fee_minor")))
                .withColumn("promotion_minor", unlessCancelled(col("promotion_minor")))
                .withColumn("refund_minor", coalesce(col("case_refund"), lit(0L)))
                .withColumn("return_reship_freight_minor", coalesce(col("case_freight"), lit(0L)));
    }

    /** What is left of the sale; null as soon as one part is. */
    public static Column contribution() {
        return col("sale_revenue_minor")
                .minus(col("supply_cost_minor"))
                .minus(col("freight_minor"))
                .minus(col("platform_fee_minor"))
                .minus(col("payment_fee_minor"))
                .minus(col("promotion_minor"))
                .minus(col("refund_minor"))
                .minus(col("return_reship_freight_minor"));
    }

    private static Column unlessCancelled(Column part) {
        return when(CANCELLED, lit(0L)).otherwise(part);
    }

    private static Column times(String price) {
        return col("quantity").cast("long").multiply(col(price));
    }

    private static Dataset<Row> costs(Dataset<Row> cases) {
        return cases.filter(not(col("deleted")))
                .groupBy("marketplace", "order_line_id")
                .agg(
                        sum("refund_minor").as("case_refund"),
                        sum(col("return_freight_minor").plus(col("reship_freight_minor")))
                                .as("case_freight"));
    }
}
