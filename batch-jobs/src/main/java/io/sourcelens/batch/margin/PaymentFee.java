/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.margin;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Shares the payment fees of an order among its lines, so that the shares sum to the fees to the fen. */
public final class PaymentFee {
    private PaymentFee() {}

    /**
     * Adds {@code payment_fee_minor} to lines. A line's share goes by its quantity × sale price, cancelled or not, by
     * cumulative rounding in the order of line numbers: {@code floor(cumulative_i × fee ÷ total) −
     * floor(cumulative_(i−1) × fee ÷ total)}. If nothing was to be paid the first line takes it all. 0 without payment.
     *
     * @param lines every line of the orders in question that is not deleted
     * @param payments payments, at least of those orders
     */
    public static Dataset<Row> share(Dataset<Row> lines, Dataset<Row> payments) {
        Dataset<Row> fees = payments.filter(not(col("deleted")))
                .groupBy("marketplace", "order_id")
                .agg(sum("payment_fee_minor").as("order_fee"));
        WindowSpec order = Window.partitionBy("marketplace", "order_id");
        WindowSpec upToLine = order.orderBy(col("line_number"), col("order_line_id"))
                .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        WindowSpec byLine = order.orderBy(col("line_number"), col("order_line_id"));
        Column amount = col("quantity").cast("decimal(20,0)").multiply(col("sale_price_minor"));
        return lines.join(fees, new String[] {"marketplace", "order_id"}, "left")
                .withColumn("order_fee", coalesce(col("order_fee"), lit(0L)))
                .withColumn("amount", amount)
                .withColumn("total", sum("amount").over(order))
                .withColumn("cumulative", sum("amount").over(upToLine))
                .withColumn("position", row_number().over(byLine))
                .withColumn("payment_fee_minor", expr("""
                        CASE WHEN total > 0 THEN cast(cumulative * order_fee div total AS bigint)
                                                 - cast((cumulative - amount) * order_fee div total AS bigint)
                             WHEN position = 1 THEN order_fee
                             ELSE 0L END"""))
                .drop("order_fee", "amount", "total", "cumulative", "position");
    }
}
