/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.ranking;

import static io.sourcelens.batch.lake.Columns.sumIf;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;

import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.batch.rollup.SkuModeDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** {@code mart.sku_sales}: what lists of best sellers are made of that are ranked within a filter. */
final class SkuSales {
    /** Names of the figures of windows that ended so many days earlier. */
    private static final Map<String, Integer> EARLIER = Map.of("previous_", 1, "previous_week_", 7);

    private static final String[] MEASURES = {"units", "sale_revenue_minor"};

    private SkuSales() {}

    /**
     * One row per window, mode and sku with a unit that was sold in it, or in the one that ended a day or a week before.
     *
     * @param rollup {@code rollup.sku_mode_day}, at least of {@link BestSellers#daysRead}
     * @param skus {@code core.sku}
     * @param suppliers {@code core.supplier}
     */
    static Dataset<Row> mart(
            Dataset<Row> rollup, Dataset<Row> skus, Dataset<Row> suppliers, Marketplaces marketplaces, String runId) {
        Dataset<Row> provinces =
                suppliers.filter(not(col("deleted"))).select("marketplace", "supplier_id", "ship_from_province");
        return BestSellers.described(
                        sums(rollup, marketplaces),
                        BestSellers.details(skus, marketplaces),
                        "sku_id",
                        marketplaces,
                        runId)
                .withColumn("supplier_id", coalesce(col("supplier_id"), col("line_supplier_id")))
                .join(broadcast(provinces), new String[] {"marketplace", "supplier_id"}, "left");
    }

    private static Dataset<Row> sums(Dataset<Row> rollup, Marketplaces marketplaces) {
        List<Column> sums = new ArrayList<>();
        List<Column> windows = new ArrayList<>();
        for (int days : BestSellers.WINDOWS) {
            List<Column> figures = new ArrayList<>(List.of(lit(days).as("window_days")));
            add(sums, figures, "orders", "orders", days, 0);
            for (String measure : MEASURES) {
                add(sums, figures, measure, measure, days, 0);
                EARLIER.forEach((before, shift) -> add(sums, figures, before + measure, measure, days, shift));
            }
            windows.add(struct(figures.toArray(Column[]::new)));
        }
        return SkuModeDay.ofOneMode(rollup)
                .filter(BestSellers.daysRead(marketplaces))
                .withColumn("age_days", marketplaces.value(one -> datediff(lit(one.today()), col("day"))))
                .groupBy("marketplace", "sku_id", "mode")
                .agg(max("supplier_id").as("line_supplier_id"), sums.toArray(Column[]::new))
                .withColumn("window", explode(array(windows.toArray(Column[]::new))))
                .select("marketplace", "sku_id", "mode", "line_supplier_id", "window.*")
                .filter(col("units")
                        .plus(col("previous_units"))
                        .plus(col("previous_week_units"))
                        .gt(0));
    }

    /** Adds a figure of the window that ended so many days earlier. */
    private static void add(
            List<Column> sums, List<Column> figures, String name, String measure, int windowDays, int shift) {
        String sum = name + "_" + windowDays;
        sums.add(sumIf(col("age_days").between(shift, shift + windowDays - 1), col(measure))
                .as(sum));
        figures.add(col(sum).as(name));
    }
}
