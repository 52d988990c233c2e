/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.rollup;

import static io.sourcelens.batch.lake.Columns.countIf;
import static io.sourcelens.batch.lake.Columns.sumOrNull;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.when;

import io.sourcelens.batch.margin.OrderLineMargin;
import io.sourcelens.batch.marketplace.Marketplaces;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** {@code rollup.sku_supplier_day}: what each order line of a sku from one supplier left on one day so far. */
final class SkuSupplierDay {
    private SkuSupplierDay() {}

    /** Rolls up whole days; for the parameters see {@link SkuSellerDay#rollup}. */
    static Dataset<Row> rollup(
            Dataset<Row> lines, Dataset<Row> payments, Dataset<Row> cases, Marketplaces marketplaces) {
        Dataset<Row> withDay = lines.filter(not(col("deleted")))
                .withColumn("day", marketplaces.day(col("ordered_at")))
                .filter(col("day").isNotNull());
        Column left = col("contribution");
        return OrderLineMargin.parts(withDay, payments, cases)
                .withColumn("contribution", OrderLineMargin.contribution())
                .withColumn("supplier_id", coalesce(col("supplier_id"), lit("unknown")))
                .groupBy("marketplace", "day", "sku_id", "supplier_id")
                .agg(
                        count(lit(1)).as("order_lines"),
                        countIf(col("status").equalTo("cancelled")).as("cancelled_order_lines"),
                        ifAllKnown(countIf(left.lt(0))).as("loss_lines"),
                        sumOrNull(left).as("contribution_minor"),
                        ifAllKnown(sort_array(collect_list(left))).as("line_contributions_minor"));
    }

    private static Column ifAllKnown(Column figure) {
        return when(count(lit(1)).equalTo(count(col("contribution"))), figure);
    }
}
