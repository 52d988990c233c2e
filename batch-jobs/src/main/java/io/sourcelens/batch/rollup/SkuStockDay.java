/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.rollup;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_utc_timestamp;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import io.sourcelens.batch.marketplace.Marketplaces;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** {@code rollup.sku_stock_day}: what was shown of a sku's stock on one day. */
public final class SkuStockDay {
    private static final String[] KEY = {"marketplace", "sku_id", "day"};

    private SkuStockDay() {}

    /**
     * The rows of so many days before the one that is not over, and of that one as far as it is known.
     *
     * @param rollup {@code rollup.sku_stock_day}
     * @param levels {@code core.stock_level}
     */
    public static Dataset<Row> known(Dataset<Row> rollup, Dataset<Row> levels, Marketplaces marketplaces, int days) {
        Dataset<Row> ofUnfinishedDay = levels.filter(marketplaces.condition(one -> col("recorded_at")
                .geq(lit(one.start(one.unfinishedDay())))
                .and(col("recorded_at").leq(lit(one.knownUntil())))));
        return over(rollup, marketplaces, days).unionByName(rollup(ofUnfinishedDay, marketplaces));
    }

    /** The rows of so many days before the one that is not over. */
    public static Dataset<Row> over(Dataset<Row> rollup, Marketplaces marketplaces, int days) {
        return rollup.filter(marketplaces.condition(one -> col("day")
                .geq(lit(one.unfinishedDay().minusDays(days)))
                .and(col("day").lt(lit(one.unfinishedDay())))));
    }

    /**
     * Rolls up whole days.
     *
     * @param levels {@code core.stock_level} of those days
     */
    public static Dataset<Row> rollup(Dataset<Row> levels, Marketplaces marketplaces) {
        WindowSpec ofDay =
                Window.partitionBy(KEY[0], KEY[1], KEY[2]).orderBy("recorded_at", "source_position", "stock_level_id");
        Column start = marketplaces.value(one ->
                to_utc_timestamp(col("day").cast("timestamp"), one.timeZone().getId()));
        Column end = marketplaces.value(one -> to_utc_timestamp(
                date_add(col("day"), 1).cast("timestamp"), one.timeZone().getId()));
        Column until = least(end, coalesce(lead("recorded_at", 1).over(ofDay), end));
        Column order = struct("recorded_at", "source_position", "stock_level_id");
        return levels.filter(not(col("deleted")))
                .withColumn("day", marketplaces.day(col("recorded_at")))
                .filter(col("day").isNotNull())
                .withColumn("before", micros(col("recorded_at"), start).divide(micros(end, start)))
                .withColumn(
                        "shown",
                        when(col("shown_quantity").gt(0), micros(until, col("recorded_at")))
                                .otherwise(0L)
                                .divide(micros(end, start)))
                .withColumn(
                        "raised",
                        when(col("shown_quantity").gt(lag("shown_quantity", 1).over(ofDay)), 1)
                                .otherwise(0))
                .groupBy(KEY[0], KEY[1], KEY[2])
                .agg(
                        min_by(col("shown_quantity"), order).as("first"),
                        min("shown_quantity").as("lowest"),
                        max_by(col("shown_quantity"), order).as("closing"),
                        min("before").as("first_share"),
                        sum("shown").as("shown_share"),
                        sum("raised").cast("int").as("raised"),
                        max("recorded_at").as("newest_at"));
    }

    private static Column micros(Column later, Column earlier) {
        return unix_micros(later).minus(unix_micros(earlier));
    }
}
