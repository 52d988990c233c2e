/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.assortment;

import static io.sourcelens.batch.lake.Columns.countIf;
import static io.sourcelens.batch.lake.Columns.sumIf;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What skus brought until they were 7, 30 and 60 days old, on days that are over. */
final class Starts {
    /** Days from the one on which a sku arrived, itself included. */
    static final List<Integer> AGES = List.of(7, 30, 60);

    private static final int OLDEST = 60;
    /** A level that was shown so long before a sku arrived says nothing of it any more. */
    private static final int STOCK_DAYS_BEFORE = 56;

    private static final String[] SKU = {"marketplace", "sku_id"};
    private static final StructType ARRIVALS = new StructType()
            .add("marketplace", DataTypes.StringType, false)
            .add("sku_id", DataTypes.StringType, false)
            .add("arrived", DataTypes.DateType, false)
            .add("stock_since", DataTypes.TimestampType, false)
            .add("stock_until_7", DataTypes.TimestampType, false)
            .add("stock_until_30", DataTypes.TimestampType, false)
            .add("stock_until_60", DataTypes.TimestampType, false);

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
        Dataset<Row> rows = broadcast(rows(arrivals, marketplaces, margins.sparkSession()));
        LocalDate first =
                arrivals.stream().map(Arrival::day).min(LocalDate::compareTo).orElseThrow();
        for (Row row : sold(rows, margins, marketplaces, first).collectAsList()) {
            addSales(starts.get(bySku.get(row.getString(0) + ' ' + row.getString(1))), row);
        }
        for (Row row : shown(rows, levels, marketplaces, first).collectAsList()) {
            Start[] ofSku = starts.get(bySku.get(row.getString(0) + ' ' + row.getString(1)));
            for (int age = 0; age < ofSku.length; age++) {
                ofSku[age] = ofSku[age].showing(row.getAs("stock_" + AGES.get(age)));
            }
        }
        return starts;
    }

    private static Dataset<Row> rows(List<Arrival> arrivals, Marketplaces marketplaces, SparkSession spark) {
        List<Row> rows = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            Marketplace one = marketplaces.find(arrival.marketplace()).orElseThrow();
            rows.add(RowFactory.create(
                    one.id(),
                    arrival.skuId(),
                    Date.valueOf(arrival.day()),
                    Timestamp.from(one.start(arrival.day().minusDays(STOCK_DAYS_BEFORE))),
                    Timestamp.from(one.start(arrival.day().plusDays(7))),
                    Timestamp.from(one.start(arrival.day().plusDays(30))),
                    Timestamp.from(one.start(arrival.day().plusDays(60)))));
        }
        return spark.createDataFrame(rows, ARRIVALS);
    }

    /** One row per sku with a line. */
    private static Dataset<Row> sold(
            Dataset<Row> arrivals, Dataset<Row> margins, Marketplaces marketplaces, LocalDate first) {
        List<Column> ofSeller = new ArrayList<>();
        List<Column> ofSku = new ArrayList<>();
        for (int age : AGES) {
            Column young = col("day").lt(date_add(col("arrived"), age));
            Column kept = col("order_lines").minus(col("cancelled_order_lines"));
            ofSeller.add(sumIf(young, kept).as("lines_" + age));
            ofSeller.add(sumIf(young, col("order_lines")).as("all_lines_" + age));
            ofSeller.add(sumIf(young, col("settled_order_lines")).as("settled_" + age));
            ofSeller.add(sumIf(young, col("units")).as("units_" + age));
            ofSeller.add(sum(when(young, col("contribution_minor"))).as("contribution_" + age));
            ofSeller.add(countIf(young.and(col("contribution_minor").isNull())).as("unknown_" + age));
            ofSeller.add(countIf(young.and(col("units").gt(0))).as("days_" + age));
            for (String summed : List.of("lines_", "all_lines_", "settled_", "units_", "contribution_", "unknown_")) {
                ofSku.add(sum(summed + age).as(summed + age));
            }
            Column known = col("seller_id").notEqual("unknown");
            ofSku.add(countIf(known.and(col("days_" + age).gt(0))).as("sellers_" + age));
            ofSku.add(countIf(known.and(col("days_" + age).gt(1))).as("repeat_sellers_" + age));
        }
        return margins.filter(col("day")
                        .geq(lit(first))
                        .and(marketplaces.condition(one -> col("day").lt(lit(one.unfinishedDay())))))
                .join(arrivals, SKU)
                .filter(col("day").geq(col("arrived")).and(col("day").lt(date_add(col("arrived"), OLDEST))))
                .groupBy(SKU[0], SKU[1], "seller_id")
                .agg(ofSeller.get(0), tail(ofSeller))
                .groupBy(SKU[0], SKU[1])
                .agg(ofSku.get(0), tail(ofSku));
    }

    private static void addSales(Start[] starts, Row row) {
        for (int i = 0; i < starts.length; i++) {
            int age = AGES.get(i);
            Long contribution = row.getAs("contribution_" + age);
            starts[i] = new Start(
                    row.<Long>getAs("lines_" + age),
                    row.<Long>getAs("all_lines_" + age),
                    row.<Long>getAs("settled_" + age),
                    row.<Long>getAs("units_" + age),
                    row.<Long>getAs("unknown_" + age) > 0
                            ? null
                            : contribution == null ? Long.valueOf(0) : contribution,
                    row.<Long>getAs("sellers_" + age),
                    row.<Long>getAs("repeat_sellers_" + age),
                    null);
        }
    }

    /** One row per sku of which stock was shown: the level in force at each age. */
    private static Dataset<Row> shown(
            Dataset<Row> arrivals, Dataset<Row> levels, Marketplaces marketplaces, LocalDate first) {
        Column order = struct("recorded_at", "source_position", "stock_level_id");
        Column[] last = AGES.stream()
                .map(age -> max_by(
                                col("shown_quantity"), when(col("recorded_at").lt(col("stock_until_" + age)), order))
                        .as("stock_" + age))
                .toArray(Column[]::new);
        return levels.filter(not(col("deleted"))
                        .and(marketplaces.condition(
                                one -> col("recorded_at").geq(lit(one.start(first.minusDays(STOCK_DAYS_BEFORE)))))))
                .join(arrivals, SKU)
                .filter(col("recorded_at")
                        .geq(col("stock_since"))
                        .and(col("recorded_at").lt(col("stock_until_" + OLDEST))))
                .groupBy(SKU[0], SKU[1])
                .agg(last[0], Arrays.copyOfRange(last, 1, last.length));
    }

    private static Column[] tail(List<Column> columns) {
        return columns.subList(1, columns.size()).toArray(Column[]::new);
    }
}
