/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.assortment;

import static io.sourcelens.batch.lake.Columns.countIf;
import static io.sourcelens.batch.lake.Columns.sumOrNull;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import io.sourcelens.batch.marketplace.Marketplaces;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What skus brought until they were 7, 30 and 60 days old, on days that are over. */
final class Starts {
    /** Days from the one on which a sku arrived, itself included. */
    static final List<Integer> AGES = List.of(7, 30, 60);

    /** A level that was shown so long before a sku arrived says nothing of it any more. */
    static final int STOCK_DAYS_BEFORE = 56;

    private static final String[] SKU = {"marketplace", "sku_id"};
    private static final String AGE = "age_days";

    private Starts() {}

    /**
     * By arrival, in the order of {@link #AGES}.
     *
     * @param margins {@code mart.margin_sku_seller_day}
     * @param levels {@code core.stock_level}
     */
    static Map<Arrival, Start[]> of(
            List<Arrival> arrivals, Dataset<Row> margins, Dataset<Row> levels, Marketplaces marketplaces) {
        Map<String, Arrival> bySku = new HashMap<>();
        Map<Arrival, Start[]> starts = new HashMap<>();
        for (Arrival arrival : arrivals) {
            bySku.put(arrival.marketplace() + ' ' + arrival.skuId(), arrival);
            starts.put(
                    arrival,
                    Stream.generate(() -> Start.NOTHING).limit(AGES.size()).toArray(Start[]::new));
        }
        if (arrivals.isEmpty()) {
            return starts;
        }
        Dataset<Row> rows = broadcast(ArrivalAges.rows(arrivals, marketplaces, margins.sparkSession()));
        LocalDate first =
                arrivals.stream().map(Arrival::day).min(LocalDate::compareTo).orElseThrow();
        for (Row row : sold(rows, margins, marketplaces, first).collectAsList()) {
            starts.get(bySku.get(row.getString(0) + ' ' + row.getString(1)))[AGES.indexOf(row.getInt(2))] = start(row);
        }
        for (Row row : shown(rows, levels, marketplaces, first).collectAsList()) {
            Start[] ofSku = starts.get(bySku.get(row.getString(0) + ' ' + row.getString(1)));
            int age = AGES.indexOf(row.getInt(2));
            ofSku[age] = ofSku[age].showing(row.getInt(3));
        }
        return starts;
    }

    /** One row per sku and age with a line. */
    private static Dataset<Row> sold(
            Dataset<Row> arrivals, Dataset<Row> margins, Marketplaces marketplaces, LocalDate first) {
        Column known = col("seller_id").notEqual("unknown");
        return margins.filter(col("day")
                        .geq(lit(first))
                        .and(marketplaces.condition(one -> col("day").lt(lit(one.unfinishedDay())))))
                .join(arrivals, SKU)
                .filter(col("day").geq(col("arrived")).and(col("day").lt(col("until"))))
                .groupBy(SKU[0], SKU[1], AGE, "seller_id")
                .agg(
                        sum("order_lines").as("all_order_lines"),
                        sum("cancelled_order_lines").as("cancelled_order_lines"),
                        sum("settled_order_lines").as("settled_order_lines"),
                        sum("units").as("units"),
                        sumOrNull(col("contribution_minor")).as("contribution_minor"),
                        countIf(col("units").gt(0)).as("days"))
                .groupBy(SKU[0], SKU[1], AGE)
                .agg(
                        sum("all_order_lines").as("all_order_lines"),
                        sum("cancelled_order_lines").as("cancelled_order_lines"),
                        sum("settled_order_lines").as("settled_order_lines"),
                        sum("units").as("units"),
                        sumOrNull(col("contribution_minor")).as("contribution_minor"),
                        countIf(known.and(col("days").gt(0))).as("sellers"),
                        countIf(known.and(col("days").gt(1))).as("repeat_sellers"));
    }

    private static Start start(Row row) {
        long all = row.<Long>getAs("all_order_lines");
        return new Start(
                all - row.<Long>getAs("cancelled_order_lines"),
                all,
                row.<Long>getAs("settled_order_lines"),
                row.<Long>getAs("units"),
                row.getAs("contribution_minor"),
                row.<Long>getAs("sellers"),
                row.<Long>getAs("repeat_sellers"),
                null);
    }

    /** One row per sku and age of which stock was shown: the level in force at the end of the age. */
    private static Dataset<Row> shown(
            Dataset<Row> arrivals, Dataset<Row> levels, Marketplaces marketplaces, LocalDate first) {
        return levels.filter(not(col("deleted"))
                        .and(marketplaces.condition(
                                one -> col("recorded_at").geq(lit(one.start(first.minusDays(STOCK_DAYS_BEFORE)))))))
                .join(arrivals, SKU)
                .filter(col("recorded_at")
                        .geq(col("stock_since"))
                        .and(col("recorded_at").lt(col("stock_until"))))
                .groupBy(SKU[0], SKU[1], AGE)
                .agg(max_by(col("shown_quantity"), struct("recorded_at", "source_position", "stock_level_id"))
                        .as("stock_units"));
    }
}
