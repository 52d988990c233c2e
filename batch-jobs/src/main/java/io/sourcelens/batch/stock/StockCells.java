/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.stock;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.explode;
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

/**
 * What happened to a sku's stock on a day: the levels that were shown, and what was ordered. A cell is made of its own day
 * alone; what the day before left is for {@link SkuStock} to carry over.
 */
final class StockCells {
    private static final String[] DAY = {"marketplace", "sku_id", "day"};

    private StockCells() {}

    /**
     * Of the levels: {@code closing} and {@code lowest} (units), {@code first_share} (of the day that was over before the
     * first level), {@code shown_share} (of the day, since its first level, during which there was stock), {@code first}
     * (units), {@code raised} (times that a level was above the one before it), {@code newest_at}.
     *
     * @param levels {@code core.stock_level}
     */
    static Dataset<Row> levels(Dataset<Row> levels, Marketplaces marketplaces) {
        WindowSpec ofDay =
                Window.partitionBy(DAY[0], DAY[1], DAY[2]).orderBy("recorded_at", "source_position", "stock_level_id");
        Column start = marketplaces.value(one ->
                to_utc_timestamp(col("day").cast("timestamp"), one.timeZone().getId()));
        Column end = marketplaces.value(one -> to_utc_timestamp(
                date_add(col("day"), 1).cast("timestamp"), one.timeZone().getId()));
        Column until = least(end, coalesce(lead("recorded_at", 1).over(ofDay), end));
        Column order = struct("recorded_at", "source_position", "stock_level_id");
        return levels.filter(not(col("deleted")))
                .filter(marketplaces.condition(one -> col("recorded_at").leq(lit(one.knownUntil()))))
                .withColumn("day", marketplaces.day(col("recorded_at")))
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
                .groupBy(DAY[0], DAY[1], DAY[2])
                .agg(
                        max_by(col("shown_quantity"), order).as("closing"),
                        min("shown_quantity").as("lowest"),
                        min_by(col("shown_quantity"), order).as("first"),
                        min("before").as("first_share"),
                        sum("shown").as("shown_share"),
                        sum("raised").cast("int").as("raised"),
                        max("recorded_at").as("newest_at"));
    }

    private static Column micros(Column later, Column earlier) {
        return unix_micros(later).minus(unix_micros(earlier));
    }

    /**
     * Of the order lines: {@code units} and {@code lines} that were ordered on the day, whatever became of them since, and
     * {@code no_stock_lines} with {@code no_stock_units} that were cancelled on the day for lack of stock; without a time of
     * cancellation, ordered on it.
     *
     * @param lines {@code core.order_line}
     */
    static Dataset<Row> lines(Dataset<Row> lines, Marketplaces marketplaces) {
        Column cancelledAt = coalesce(col("cancelled_at"), col("ordered_at"));
        Column noStock = col("cancel_reason")
                .equalTo("no_stock")
                .and(marketplaces.condition(one -> cancelledAt.leq(lit(one.knownUntil()))));
        Column ordered = change(col("ordered_at"), marketplaces, col("quantity"), lit(0), 1, 0);
        Column cancelled = when(noStock, change(cancelledAt, marketplaces, lit(0), col("quantity"), 0, 1));
        return lines.filter(not(col("deleted")))
                .select(
                        col(DAY[0]),
                        col(DAY[1]),
                        explode(array_compact(array(ordered, cancelled))).as("change"))
                .groupBy(col(DAY[0]), col(DAY[1]), col("change.day").as("day"))
                .agg(
                        sum("change.units").cast("int").as("units"),
                        sum("change.lines").cast("int").as("lines"),
                        sum("change.no_stock_lines").cast("int").as("no_stock_lines"),
                        sum("change.no_stock_units").cast("int").as("no_stock_units"));
    }

    private static Column change(
            Column at, Marketplaces marketplaces, Column units, Column noStockUnits, int lines, int noStock) {
        return struct(
                marketplaces.day(at).as("day"),
                units.as("units"),
                lit(lines).as("lines"),
                lit(noStock).as("no_stock_lines"),
                noStockUnits.as("no_stock_units"));
    }
}
