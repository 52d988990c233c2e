/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.rollup;

import static io.sourcelens.batch.lake.Columns.sumIf;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import io.sourcelens.batch.marketplace.Marketplaces;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** {@code rollup.sku_mode_day}: what was sold of a sku in one mode, and in all of them, on one day so far. */
public final class SkuModeDay {
    private static final String ALL = "all";
    private static final Column SOLD = not(col("status").equalTo("cancelled"));
    private static final Column UNITS = col("quantity").cast("long");

    private SkuModeDay() {}

    /** Those rows of the rollup that are of one mode. */
    public static Dataset<Row> ofOneMode(Dataset<Row> rollup) {
        return rollup.filter(not(col("mode").equalTo(ALL)));
    }

    /** Those of all modes: one row per day and sku, an order in two modes once. */
    public static Dataset<Row> ofAllModes(Dataset<Row> rollup) {
        return rollup.filter(col("mode").equalTo(ALL));
    }

    /**
     * Rolls up whole days.
     *
     * @param lines {@code core.order_line} of those days
     */
    static Dataset<Row> rollup(Dataset<Row> lines, Marketplaces marketplaces) {
        return lines.filter(not(col("deleted")))
                .withColumn("day", marketplaces.day(col("ordered_at")))
                .filter(col("day").isNotNull())
                .withColumn("mode", explode(array(col("mode"), lit(ALL))))
                .groupBy("marketplace", "day", "sku_id", "mode")
                .agg(
                        max("supplier_id").as("supplier_id"),
                        countDistinct(when(SOLD, col("order_id"))).as("orders"),
                        sumIf(SOLD, UNITS).as("units"),
                        sumIf(SOLD, UNITS.multiply(col("sale_price_minor"))).as("sale_revenue_minor"));
    }
}
