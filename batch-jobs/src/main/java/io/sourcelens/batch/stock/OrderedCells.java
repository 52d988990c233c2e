/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.stock;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.sourcelens.batch.marketplace.Marketplaces;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What was ordered of a sku on a day, and what of it was cancelled for lack of stock. */
final class OrderedCells {
    private static final String[] DAY = {"marketplace", "sku_id", "day"};

    private OrderedCells() {}

    /**
     * Of the order lines: {@code units} and {@code lines} that were ordered on the day, whatever became of them since, and
     * {@code no_stock_lines} with {@code no_stock_units} that were cancelled on the day for lack of stock; without a time of
     * cancellation, ordered on it.
     *
     * @param lines {@code core.order_line}
     */
    static Dataset<Row> of(Dataset<Row> lines, Marketplaces marketplaces) {
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
