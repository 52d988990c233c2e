/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.ranking;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.sourcelens.batch.marketplace.CategoryTree;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.batch.rollup.SkuModeDay;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.RelationalGroupedDataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.StructType;

/**
 * {@code mart.best_sellers}: at most {@value #LENGTH} skus per marketplace, window, category and measure. Previous ranks are
 * those in the whole lists of the windows that ended one day and seven days earlier.
 */
public final class BestSellers {
    /** Days of the rollup that the lists are made of, today's among them: the longest window and the week before it. */
    public static final int DAYS_READ = 37;

    private static final int LENGTH = 100;
    static final List<Integer> WINDOWS = List.of(1, 7, 30);
    /** Days by which windows end earlier than today. */
    private static final List<Integer> SHIFTS =
            IntStream.rangeClosed(0, 7).boxed().toList();

    private static final String ALL = "all";
    private static final String[] SKU = {"marketplace", "sku_id"};
    private static final StructType WINDOW = StructType.fromDDL("window_days int, shift int");
    private static final String[] LIST = {"marketplace", "window_days", "category_id", "ranked_by"};

    private BestSellers() {}

    /**
     * Ranks skus.
     *
     * @param rollup orders of skus by day: {@link SkuModeDay#ofAllModes}, or {@code rollup.sku_seller_day}; at least of {@link #daysRead}
     * @param skus {@code core.sku}
     * @param paths see {@link CategoryTree#paths}
     */
    public static Dataset<Row> mart(
            Dataset<Row> rollup, Dataset<Row> skus, Dataset<Row> paths, Marketplaces marketplaces, String runId) {
        Dataset<Row> details = details(skus, marketplaces);
        Dataset<Row> sales = inCategories(windows(rollup, marketplaces), details, paths);
        Dataset<Row> lists =
                described(lists(sales, "sku_id"), details.drop("category_id"), "sku_id", marketplaces, runId);
        return withSuppliersOfLines(lists, suppliersOfLines(rollup, details, marketplaces));
    }

    /** Ranks match groups in the same way; for the parameters see {@link #mart}. */
    static Dataset<Row> ofMatchGroups(
            Dataset<Row> rollup, Dataset<Row> skus, Dataset<Row> paths, Marketplaces marketplaces, String runId) {
        Dataset<Row> details =
                details(skus, marketplaces).filter(col("match_group_id").isNotNull());
        Dataset<Row> withSuppliers = withSuppliersOfLines(details, suppliersOfLines(rollup, details, marketplaces));
        Dataset<Row> sales = inCategories(windows(rollup, marketplaces), withSuppliers, paths)
                .filter(col("match_group_id").isNotNull())
                .groupBy("marketplace", "window_days", "shift", "category_id", "category_level", "match_group_id")
                .agg(
                        count(lit(1)).as("skus"),
                        countDistinct("supplier_id").as("suppliers"),
                        sum("orders").as("orders"),
                        sum("units").as("units"),
                        sum("sale_revenue_minor").as("sale_revenue_minor"));
        Dataset<Row> names = details.groupBy("marketplace", "match_group_id")
                .agg(
                        min_by(col("name_zh"), col("sku_id")).as("name_zh"),
                        min_by(col("name_en"), col("sku_id")).as("name_en"));
        return described(
                lists(sales, "match_group_id", "skus", "suppliers"), names, "match_group_id", marketplaces, runId);
    }

    static Dataset<Row> details(Dataset<Row> skus, Marketplaces marketplaces) {
        return skus.filter(not(col("deleted")))
                .select(
                        col("marketplace"),
                        col("sku_id"),
                        col("category_id"),
                        col("name_zh"),
                        col("name_en"),
                        col("match_group_id"),
                        col("supplier_id"),
                        marketplaces.day(col("created_at")).as("first_seen_day"));
    }

    /**
     * Today's first places with their ranks on earlier days.
     *
     * @param sales of subjects, by window, shift and category
     * @param figures of a subject that are kept beside its sales
     */
    private static Dataset<Row> lists(Dataset<Row> sales, String subject, String... figures) {
        return compared(ranked(sales, subject), subject, figures)
                .filter(col("rank").leq(LENGTH))
                .withColumn("previous_rank", col("rank_1"))
                .withColumn("previous_week_rank", col("rank_7"))
                .withColumn("days_on_list", daysOnList());
    }

    static Dataset<Row> described(
            Dataset<Row> lists, Dataset<Row> details, String subject, Marketplaces marketplaces, String runId) {
        return lists.join(details, new String[] {"marketplace", subject}, "left")
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

    /** Sums per sku: one row per sku, window and shift in which it sold. */
    private static Dataset<Row> windows(Dataset<Row> rollup, Marketplaces marketplaces) {
        Dataset<Row> days = sums(rollup.filter(daysRead(marketplaces))
                .withColumn("age_days", marketplaces.value(one -> datediff(lit(one.today()), col("day"))))
                .groupBy("marketplace", "sku_id", "age_days"));
        Column within = col("age_days")
                .between(col("shift"), col("shift").plus(col("window_days")).minus(1));
        return sums(days.join(broadcast(windows(rollup.sparkSession())), within)
                        .groupBy("marketplace", "sku_id", "window_days", "shift"))
                .filter(col("units").gt(0));
    }

    private static Dataset<Row> windows(SparkSession spark) {
        List<Row> windows = WINDOWS.stream()
                .flatMap(days -> SHIFTS.stream().map(shift -> RowFactory.create(days, shift)))
                .toList();
        return spark.createDataFrame(windows, WINDOW);
    }

    private static Dataset<Row> sums(RelationalGroupedDataset group) {
        return group.agg(
                sum("orders").as("orders"),
                sum("units").as("units"),
                sum("sale_revenue_minor").as("sale_revenue_minor"));
    }

    /** Suppliers as lines name them, of skus whose supplier the marketplace itself does not say. */
    private static Dataset<Row> suppliersOfLines(Dataset<Row> rollup, Dataset<Row> details, Marketplaces marketplaces) {
        return rollup.filter(daysRead(marketplaces).and(col("supplier_id").isNotNull()))
                .join(details.filter(col("supplier_id").isNotNull()), SKU, "left_anti")
                .groupBy("marketplace", "sku_id")
                .agg(max("supplier_id").as("line_supplier_id"));
    }

    private static Dataset<Row> withSuppliersOfLines(Dataset<Row> skus, Dataset<Row> suppliersOfLines) {
        return skus.join(suppliersOfLines, SKU, "left")
                .withColumn("supplier_id", coalesce(col("supplier_id"), col("line_supplier_id")))
                .drop("line_supplier_id");
    }

    private static Dataset<Row> inCategories(Dataset<Row> sales, Dataset<Row> details, Dataset<Row> paths) {
        Dataset<Row> withCategory = sales.join(
                details.select("marketplace", "sku_id", "category_id", "supplier_id", "match_group_id"), SKU, "left");
        Dataset<Row> overall = withCategory.withColumn("category_id", lit(ALL)).withColumn("category_level", lit(0));
        Dataset<Row> perCategory = withCategory
                .join(broadcast(paths), new String[] {"marketplace", "category_id"})
                .withColumn("category_id", col("ancestor_id"))
                .withColumn("category_level", col("ancestor_level"))
                .drop("ancestor_id", "ancestor_level");
        return overall.unionByName(perCategory);
    }

    /** Ranks each list by its measure; ties by the other measure, then by the smaller id. */
    private static Dataset<Row> ranked(Dataset<Row> sales, String subject) {
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
                                                col(subject).asc())));
    }

    /** One row per place of today's lists, with its rank in those of earlier days: {@code rank_1} to {@code rank_7}. */
    private static Dataset<Row> compared(Dataset<Row> lists, String subject, String... figuresOfSubject) {
        Column today = col("shift").equalTo(0);
        List<Column> figures = new ArrayList<>();
        Stream.concat(Stream.of("category_level", "orders", "units", "sale_revenue_minor"), Stream.of(figuresOfSubject))
                .forEach(figure -> figures.add(max(when(today, col(figure))).as(figure)));
        for (int shift : SHIFTS.subList(1, SHIFTS.size())) {
            figures.add(max(when(col("shift").equalTo(shift), col("rank"))).as("rank_" + shift));
        }
        return lists.groupBy(LIST[0], LIST[1], LIST[2], LIST[3], subject)
                .agg(max(when(today, col("rank"))).as("rank"), figures.toArray(Column[]::new));
    }

    /** Days in a row up to today on which it was among the first; no more than are looked at. */
    private static Column daysOnList() {
        Column days = lit(SHIFTS.size());
        for (int shift = SHIFTS.size() - 1; shift > 0; shift--) {
            Column listed = coalesce(col("rank_" + shift).leq(LENGTH), lit(false));
            days = when(not(listed), lit(shift)).otherwise(days);
        }
        return days;
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
