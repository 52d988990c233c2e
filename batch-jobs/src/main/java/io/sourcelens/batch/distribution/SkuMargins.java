/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.distribution;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;

import io.sourcelens.batch.distribution.SkuMargin.Details;
import io.sourcelens.batch.distribution.SkuMargin.Left;
import io.sourcelens.batch.marketplace.CategoryTree;
import io.sourcelens.batch.marketplace.Marketplaces;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Sums days of {@code rollup.sku_supplier_day} to skus and suppliers. */
final class SkuMargins {
    /** Days of the window, today among them. */
    static final int WINDOW_DAYS = 90;

    private SkuMargins() {}

    /**
     * One row per marketplace, sku, supplier and settlement.
     *
     * @param rollup {@code rollup.sku_supplier_day}
     * @param skus {@code core.sku}
     */
    static Dataset<Row> summed(Dataset<Row> rollup, Dataset<Row> skus, Marketplaces marketplaces) {
        Dataset<Row> details =
                skus.filter(not(col("deleted"))).select("marketplace", "sku_id", "name_zh", "name_en", "category_id");
        return rollup.filter(marketplaces.condition(one -> col("day")
                        .gt(lit(one.today().minusDays(WINDOW_DAYS)))
                        .and(col("day").leq(lit(one.today())))))
                .withColumn("settled", marketplaces.condition(one -> col("day").lt(lit(one.day(one.settledUntil())))))
                .groupBy("marketplace", "sku_id", "supplier_id", "settled")
                .agg(
                        count(lit(1)).as("days"),
                        sum("order_lines").as("lines"),
                        sum("cancelled_order_lines").as("cancelled"),
                        count("contribution_minor").as("known_days"),
                        sum(product("order_lines", "order_lines")).as("squared_lines"),
                        sum(exact("contribution_minor")).as("contribution"),
                        sum(product("contribution_minor", "contribution_minor")).as("contribution_squared"),
                        sum(product("contribution_minor", "order_lines")).as("contribution_by_lines"),
                        sum(exact("loss_lines")).as("losses"),
                        sum(product("loss_lines", "loss_lines")).as("losses_squared"),
                        sum(product("loss_lines", "order_lines")).as("losses_by_lines"),
                        array_sort(flatten(collect_list(col("line_contributions_minor"))))
                                .as("sorted"))
                .withColumn("p10", quantile(1))
                .withColumn("median", quantile(5))
                .withColumn("p90", quantile(9))
                .drop("sorted")
                .join(broadcast(details), new String[] {"marketplace", "sku_id"}, "left");
    }

    /** Whole numbers of 38 digits: sums are the same in any order. */
    private static Column exact(String column) {
        return col(column).cast("decimal(19,0)");
    }

    private static Column product(String one, String other) {
        return exact(one).multiply(exact(other)).cast("decimal(38,0)");
    }

    /** The smallest value which that many tenths of all do not exceed: definition 1 of R. J. Hyndman, Y. Fan, Sample
     * quantiles in statistical packages, The American Statistician 50 (1996), 361–365. */
    private static Column quantile(int tenths) {
        return expr("get(sorted, int((size(sorted) * %d + 9) div 10 - 1))".formatted(tenths));
    }

    static List<SkuMargin> collect(Dataset<Row> summed, CategoryTree tree) {
        return summed.collectAsList().stream().map(row -> of(row, tree)).toList();
    }

    private static SkuMargin of(Row row, CategoryTree tree) {
        String marketplace = row.getAs("marketplace");
        String category = row.getAs("category_id");
        return new SkuMargin(
                marketplace,
                row.getAs("sku_id"),
                row.getAs("supplier_id"),
                row.<Boolean>getAs("settled"),
                new Details(row.getAs("name_zh"), row.getAs("name_en"), category),
                category == null ? null : tree.firstLevel(marketplace, category),
                row.<Long>getAs("lines"),
                row.<Long>getAs("cancelled"),
                row.<Long>getAs("days"),
                left(row));
    }

    private static @Nullable Left left(Row row) {
        if (row.<Long>getAs("known_days") < row.<Long>getAs("days")) {
            return null;
        }
        return new Left(
                totals(row, "contribution"),
                totals(row, "losses"),
                row.<Long>getAs("p10"),
                row.<Long>getAs("median"),
                row.<Long>getAs("p90"));
    }

    private static DayTotals totals(Row row, String figure) {
        return new DayTotals(
                row.<Long>getAs("days"),
                row.<Long>getAs("lines"),
                whole(row, figure),
                whole(row, figure + "_squared"),
                whole(row, figure + "_by_lines"),
                whole(row, "squared_lines"));
    }

    private static BigInteger whole(Row row, String column) {
        return row.<BigDecimal>getAs(column).toBigIntegerExact();
    }
}
