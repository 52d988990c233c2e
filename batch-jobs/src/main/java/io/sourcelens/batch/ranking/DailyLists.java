/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.ranking;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import io.sourcelens.batch.marketplace.CategoryTree;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.batch.stock.Shortages;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Lists of every judged day of made-up orders at once: each day's view is a marketplace of its own, known until the end of that
 * day.
 */
final class DailyLists implements AutoCloseable {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    private static final StructType ORDERS = StructType.fromDDL(
            "sku_id string, day date, order_id string, buyer_id string, ordered_at timestamp, units long");
    private static final Marketplaces VIEWS = new Marketplaces(
            IntStream.range(PlantedOrders.DAYS_BEFORE, PlantedOrders.DAYS_BEFORE + PlantedOrders.JUDGED_DAYS)
                    .mapToObj(DailyLists::view)
                    .toList());

    private final SparkSession spark;
    private final Dataset<Row> orders;

    DailyLists(SparkSession spark, List<PlantedOrders.Order> planted) {
        this.spark = spark;
        this.orders = views(planted).cache();
    }

    /** Days on which each sku is in a place of a list, with its best rank on each. */
    record Listed(Map<String, Map<Integer, Integer>> ranks) {
        @Nullable
        Integer firstDay(String sku, int from, int places) {
            return ranks.getOrDefault(sku, Map.of()).entrySet().stream()
                    .filter(entry -> entry.getKey() >= from && entry.getValue() <= places)
                    .map(Map.Entry::getKey)
                    .min(Integer::compare)
                    .orElse(null);
        }

        boolean isListed(String sku, int from, int until, int places) {
            Integer day = firstDay(sku, from, places);
            return day != null && day < until;
        }
    }

    private static Marketplace view(int day) {
        return new Marketplace(
                "%03d".formatted(day),
                "M",
                "CNY",
                ZoneOffset.UTC,
                15,
                FIRST.plusDays(day + 1L)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .minus(1, ChronoUnit.MICROS));
    }

    private Dataset<Row> views(List<PlantedOrders.Order> planted) {
        List<Row> rows = planted.stream()
                .map(order -> {
                    LocalDate day = FIRST.plusDays(order.day());
                    return RowFactory.create(
                            order.skuId(),
                            Date.valueOf(day),
                            order.orderId(),
                            order.buyerId(),
                            Timestamp.from(day.atTime(12, 0).toInstant(ZoneOffset.UTC)),
                            (long) order.units());
                })
                .toList();
        List<Row> names =
                VIEWS.all().stream().map(one -> RowFactory.create(one.id())).toList();
        return spark.createDataFrame(rows, ORDERS)
                .crossJoin(spark.createDataFrame(names, StructType.fromDDL("marketplace string")))
                .withColumn("status", lit("active"))
                .withColumn("deleted", lit(false));
    }

    private Dataset<Row> rollup() {
        return orders.groupBy("marketplace", "day", "sku_id")
                .agg(
                        count(lit(1)).as("orders"),
                        sum("units").as("units"),
                        sum(col("units").multiply(1_000)).as("sale_revenue_minor"))
                .withColumn("supplier_id", lit("supplier"));
    }

    /** The list of trending goods, those that rise. */
    Listed trending() {
        Dataset<Row> listings = spark.createDataFrame(
                List.of(),
                StructType.fromDDL("marketplace string, sku_id string, seller_id string, listed_at timestamp,"
                        + " delisted_at timestamp, deleted boolean"));
        Map<String, Map<Integer, Integer>> ranks = new TreeMap<>();
        new Trending(VIEWS, CategoryTree.of(List.of()), Set.of(), "run")
                .mart(rollup(), Shortages.UNKNOWN, orders, listings, skus()).stream()
                        .filter(row -> !Set.of("fading", "unsure").contains(row.getField("stage")))
                        .forEach(row -> add(
                                ranks, (String) row.getField("sku_id"), (String) row.getField("marketplace"), (Integer)
                                        row.getField("rank")));
        return new Listed(ranks);
    }

    /** The list of best sellers by units of seven days. */
    Listed bestSellers() {
        Map<String, Map<Integer, Integer>> ranks = new TreeMap<>();
        BestSellers.mart(rollup(), skus(), CategoryTree.of(List.of()).paths(spark), VIEWS, "run")
                .filter(col("window_days").equalTo(7).and(col("ranked_by").equalTo("units")))
                .select("sku_id", "marketplace", "rank")
                .collectAsList()
                .forEach(row -> add(ranks, row.getString(0), row.getString(1), row.getInt(2)));
        return new Listed(ranks);
    }

    private static void add(Map<String, Map<Integer, Integer>> ranks, String sku, String view, int rank) {
        ranks.computeIfAbsent(sku, any -> new TreeMap<>()).put(Integer.parseInt(view), rank);
    }

    /** Nothing else is known of them. */
    private Dataset<Row> skus() {
        return spark.createDataFrame(
                List.of(),
                StructType.fromDDL("marketplace string, sku_id string, category_id string, name_zh string,"
                        + " name_en string, match_group_id string, supplier_id string, created_at timestamp,"
                        + " deleted boolean"));
    }

    @Override
    public void close() {
        orders.unpersist();
    }
}
