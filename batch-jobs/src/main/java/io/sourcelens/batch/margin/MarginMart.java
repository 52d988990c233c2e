/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.margin;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.when;

import io.sourcelens.batch.marketplace.Marketplaces;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** {@code mart.margin_sku_seller_day}: the contribution with all its parts, and how much of it is settled. */
public final class MarginMart {
    private static final String[] ROW = {"marketplace", "seller_id", "sku_id"};

    private MarginMart() {}

    /**
     * Completes rolled-up days.
     *
     * @param rollup {@code rollup.sku_seller_day} of whole days
     * @param skus {@code core.sku}
     * @param settledOnEdge see {@link #settledOnEdge}
     * @param withPayments marketplaces that deliver payments; the others' payment fees are not known
     * @param withCases marketplaces that deliver after-sale cases; the others' refunds are not known
     */
    public static Dataset<Row> mart(
            Dataset<Row> rollup,
            Dataset<Row> skus,
            Dataset<Row> settledOnEdge,
            Marketplaces marketplaces,
            Set<String> withPayments,
            Set<String> withCases,
            String runId) {
        Column edge = marketplaces.value(one -> lit(one.day(one.settledUntil())));
        Dataset<Row> details = skus.filter(not(col("deleted")))
                .select(
                        col("marketplace"),
                        col("sku_id"),
                        col("name_zh"),
                        col("name_en"),
                        col("category_id"),
                        col("supplier_id").as("sku_supplier_id"));
        return rollup.join(details, new String[] {"marketplace", "sku_id"}, "left")
                .join(settledOnEdge, ROW, "left")
                .withColumn("supplier_id", coalesce(col("sku_supplier_id"), col("supplier_id")))
                .withColumn("week", trunc(col("day"), "week"))
                .withColumn("month", trunc(col("day"), "month"))
                .withColumn("currency", marketplaces.value(one -> lit(one.currency())))
                .withColumn("payment_fee_minor", ifDelivered(withPayments, "payment_fee_minor"))
                .withColumn("refund_minor", ifDelivered(withCases, "refund_minor"))
                .withColumn("return_reship_freight_minor", ifDelivered(withCases, "return_reship_freight_minor"))
                .withColumn("contribution_minor", OrderLineMargin.contribution())
                .withColumn(
                        "settled_order_lines",
                        when(col("day").lt(edge), col("order_lines"))
                                .when(col("day").gt(edge), lit(0L))
                                .otherwise(coalesce(col("settled_lines"), lit(0L))))
                .withColumn(
                        "maturity", col("settled_order_lines").cast("double").divide(col("order_lines")))
                .withColumn("as_of", marketplaces.value(one -> lit(one.knownUntil())))
                .withColumn("run_id", lit(runId));
    }

    /**
     * Settled lines of the one day of each marketplace that is settled in part.
     *
     * @param lines {@code core.order_line}
     * @return columns marketplace, seller_id, sku_id, settled_lines
     */
    public static Dataset<Row> settledOnEdge(Dataset<Row> lines, Marketplaces marketplaces) {
        return lines.filter(not(col("deleted")))
                .filter(Settlement.onEdge(marketplaces))
                .withColumn("seller_id", coalesce(col("seller_id"), lit("unknown")))
                .groupBy(ROW[0], ROW[1], ROW[2])
                .agg(count(lit(1)).as("settled_lines"));
    }

    private static Column ifDelivered(Set<String> marketplaces, String part) {
        return when(col("marketplace").isin(marketplaces.toArray()), col(part));
    }
}
