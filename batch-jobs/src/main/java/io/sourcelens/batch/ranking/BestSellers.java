/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.ranking;

import static io.sourcelens.batch.lake.Columns.sumIf;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * {@code mart.best_sellers}: at most {@value #LENGTH} skus per marketplace, window, category and measure. The previous
 * rank is the rank in the whole list of the window that ended one day earlier.
 */
public final class BestSellers {
    /** Days of the rollup that the lists are made of, today's among them: the longest window and the day before it. */
    public static final int DAYS_READ = 31;

    private static final int LENGTH = 100;
    private static final List<Integer> WINDOWS = List.of(1, 7, 30);
    private static final String ALL = "all";
    private static final String[] LIST = {"marketplace", "window_days", "category_id", "ranked_by", "sku_id"};

    private BestSellers() {}

    /**
     * Ranks skus.
     *
     * @param rollup {@code rollup.sku_seller_day}, at least of {@link #daysRead}
     * @param skus {@code core.sku}
     * @param paths see {@link CategoryTree#paths}
     */
    public static Dataset<Row> mart(
            Dataset<Row> rollup, Dataset<Row> skus, Dataset<Row> paths, Marketplaces marketplaces, String runId) {
        Dataset<Row> details = skus.filter(not(col("deleted")))
                .select("marketplace", "sku_id", "category_id", "name_zh", "name_en", "match_group_id", "supplier_id");
        Dataset<Row> sales = inCategories(windows(rollup, marketplaces), details, paths);
        Dataset<Row> lists = ranked(sales);
        Dataset<Row> previous = lists.filter(col("shift").equalTo(1))
                .select(
                        col(LIST[0]),
                        col(LIST[1]),
                        col(LIST[2]),
                        col(LIST[3]),
                        col(LIST[4]),
                        col("rank").as("previous_rank"));
        return lists.filter(col("shift").equalTo(0).and(col("rank").leq(LENGTH)))
                .join(previous, LIST, "left")
                .join(details.drop("category_id", "supplier_id"), new String[] {"marketplace", "sku_id"}, "left")
                .withColumn("currency", marketplaces.value(one -> lit(one.currency())))
                .withColumn("window_start", ofWindow(marketplaces, (one, days) -> lit(start(one, days))))
                .withColumn("window_end", marketplaces.value(one -> lit(one.today())))
                .withColumn("maturity", ofWindow(marketplaces, (one, days) -> lit(maturity(one, days))))
                .withColumn("as_of", marketplaces.value(one -> lit(one.knownUntil())))
                .withColumn("run_id", lit(runId));
    }

    /** Days of the rollup that the lists are made of. */
    public static Column daysRead(Marketplaces marketplaces) {
        return marketplaces.condition(one -> col("day")
                .gt(lit(one.today().minusDays(DAYS_READ)))
                .and(col("day").leq(lit(one.today()))));
    }

    /** Sums per sku: one row per sku, window and shift (0: up to today, 1: up to yesterday) in which it sold. */
    private static Dataset<Row> windows(Dataset<Row> rollup, Marketplaces marketplaces) {
        List<Column> sums = new ArrayList<>();
        List<Column> windows = new ArrayList<>();
        for (int days : WINDOWS) {
            for (int shift : List.of(0, 1)) {
                String suffix = "_%d_%d".formatted(days, shift);
                Column within = marketplaces.condition(one -> within(one, days, shift));
                sums.add(sumIf(within, col("orders")).as("orders" + suffix));
                sums.add(sumIf(within, col("units")).as("units" + suffix));
                sums.add(sumIf(within, col("sale_revenue_minor")).as("revenue" + suffix));
                windows.add(struct(
                        lit(days).as("window_days"),
                        lit(shift).as("shift"),
                        col("orders" + suffix).as("orders"),
                        col("units" + suffix).as("units"),
                        col("revenue" + suffix).as("sale_revenue_minor")));
            }
        }
        return rollup.filter(daysRead(marketplaces))
                .groupBy("marketplace", "sku_id")
                .agg(max("supplier_id").as("line_supplier_id"), sums.toArray(Column[]::new))
                .select(
                        col("marketplace"),
                        col("sku_id"),
                        col("line_supplier_id"),
                        explode(array(windows.toArray(Column[]::new))).as("window"))
                .select("marketplace", "sku_id", "line_supplier_id", "window.*")
                .filter(col("units").gt(0));
    }

    private static Column within(Marketplace one, int days, int shift) {
        LocalDate last = one.today().minusDays(shift);
        return col("day").gt(lit(last.minusDays(days))).and(col("day").leq(lit(last)));
    }

    private static Dataset<Row> inCategories(Dataset<Row> sales, Dataset<Row> details, Dataset<Row> paths) {
        Dataset<Row> withCategory = sales.join(
                        details.select("marketplace", "sku_id", "category_id", "supplier_id"),
                        new String[] {"marketplace", "sku_id"},
                        "left")
                .withColumn("supplier_id", coalesce(col("supplier_id"), col("line_supplier_id")));
        Dataset<Row> overall = withCategory.withColumn("category_id", lit(ALL)).withColumn("category_level", lit(0));
        Dataset<Row> perCategory = withCategory
                .join(broadcast(paths), new String[] {"marketplace", "category_id"})
                .withColumn("category_id", col("ancestor_id"))
                .withColumn("category_level", col("ancestor_level"))
                .drop("ancestor_id", "ancestor_level");
        return overall.unionByName(perCategory);
    }

    /** Ranks each list by its measure; ties by the other measure, then by the smaller sku_id. */
    private static Dataset<Row> ranked(Dataset<Row> sales) {
        Column byUnits = col("ranked_by").equalTo("units");
        Column measure = when(byUnits, col("units")).otherwise(col("sale_revenue_minor"));
        Column other = when(byUnits, col("sale_revenue_minor")).otherwise(col("units"));
        return sales.withColumn("ranked_by", explode(array(lit("units"), lit("revenue"))))
                .withColumn(
                        "rank",
                        row_number()
                                .over(Window.partitionBy(
                                                "marketplace", "window_days", "shift", "category_id", "ranked_by")
                                        .orderBy(
                                                measure.desc(),
                                                other.desc(),
                                                col("sku_id").asc())));
    }

    private static LocalDate start(Marketplace one, int days) {
        return one.today().minusDays(days - 1L);
    }

    static double maturity(Marketplace one, int days) {
        Duration whole = Duration.between(
                one.start(start(one, days)), one.start(one.today().plusDays(1)));
        Duration passed = Duration.between(one.start(start(one, days)), one.knownUntil());
        return (double) passed.toMillis() / whole.toMillis();
    }

    private interface OfWindow {
        Column of(Marketplace one, int days);
    }

    private static Column ofWindow(Marketplaces marketplaces, OfWindow value) {
        return marketplaces.value(one -> WINDOWS.stream()
                .map(days -> when(col("window_days").equalTo(days), value.of(one, days)))
                .reduce((first, second) -> coalesce(first, second))
                .orElseThrow());
    }
}
