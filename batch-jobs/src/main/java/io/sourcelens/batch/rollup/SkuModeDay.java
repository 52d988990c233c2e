/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.rollup;

import static io.sourcelens.batch.lake.Columns.sumIf;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import io.sourcelens.batch.marketplace.Marketplaces;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** {@code rollup.sku_mode_day}: what was sold of a sku in one mode on one day so far. */
final class SkuModeDay {
    private static final Column SOLD = not(col("status").equalTo("cancelled"));
    private static final Column UNITS = col("quantity").cast("long");

    private SkuModeDay() {}

    /**
     * Rolls up whole days.
     *
     * @param lines {@code core.order_line} of those days
     */
    static Dataset<Row> rollup(Dataset<Row> lines, Marketplaces marketplaces) {
        return lines.filter(not(col("deleted")))
                .withColumn("day", marketplaces.day(col("ordered_at")))
                .filter(col("day").isNotNull())
                .groupBy("marketplace", "day", "sku_id", "mode")
                .agg(
                        max("supplier_id").as("supplier_id"),
                        countDistinct(when(SOLD, col("order_id"))).as("orders"),
                        sumIf(SOLD, UNITS).as("units"),
                        sumIf(SOLD, UNITS.multiply(col("sale_price_minor"))).as("sale_revenue_minor"));
    }
}
