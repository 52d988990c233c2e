/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.ranking;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import io.sourcelens.batch.calibration.Calibration;
import io.sourcelens.batch.calibration.Finding;
import io.sourcelens.batch.calibration.Share;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomDataGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * How long goods that begin to rise are trending before they are best sellers, and whether bursts of few accounts get
 * listed. Lists of every day at once: each day's view is a marketplace of its own, known until the end of that day.
 */
public final class TrendingLead implements Calibration {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    private static final StructType ORDERS = StructType.fromDDL(
            "sku_id string, day date, order_id string, buyer_id string, ordered_at timestamp, units long");
    private static final int FIRST_PLACES = 20;
    private static final int ALL_PLACES = 100;
    /** A burst weighs in the last week that a list is made of for so long. */
    private static final int BURST_WEIGHS_DAYS = 10;

    private final SparkSession spark;
    private final int skus;

    /** @param skus of which one in fifty rises, and one in fifty gets a burst */
    public TrendingLead(SparkSession spark, int skus) {
        this.spark = spark;
        this.skus = skus;
    }

    /** Days on which each sku is in a place of a list, with its best rank on each. */
    private record Listed(Map<String, Map<Integer, Integer>> ranks) {
        @Nullable
        Integer firstDay(String sku, int from, int places) {
            return ranks.getOrDefault(sku, Map.of()).entrySet().stream()
                    .filter(entry -> entry.getKey() >= from && entry.getValue() <= places)
                    .map(Map.Entry::getKey)
                    .min(Integer::compare)
                    .orElse(null);
        }

        boolean isListed(String sku, int from, int places) {
            Integer day = firstDay(sku, from, places);
            return day != null && day < from + BURST_WEIGHS_DAYS;
        }
    }

    @Override
    public List<Finding> of(int seed) {
        PlantedOrders planted =
                new PlantedOrders(new RandomDataGenerator(new Well19937c(seed)), skus, skus / 50, skus / 50);
        Marketplaces views = new Marketplaces(
                IntStream.range(PlantedOrders.DAYS_BEFORE, PlantedOrders.DAYS_BEFORE + PlantedOrders.JUDGED_DAYS)
                        .mapToObj(TrendingLead::view)
                        .toList());
        Dataset<Row> orders = orders(planted, views).cache();
        try {
            Listed trending = trending(orders, views);
            Listed best = bestSellers(orders, views);
            List<Finding> findings = new ArrayList<>();
            findings.addAll(leads(planted, trending, best, FIRST_PLACES));
            findings.addAll(leads(planted, trending, best, ALL_PLACES));
            findings.addAll(bursts(planted, trending, best));
            return findings;
        } finally {
            orders.unpersist();
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

    private Dataset<Row> orders(PlantedOrders planted, Marketplaces views) {
        List<Row> rows = planted.orders().stream()
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
                views.all().stream().map(one -> RowFactory.create(one.id())).toList();
        return spark.createDataFrame(rows, ORDERS)
                .crossJoin(spark.createDataFrame(names, StructType.fromDDL("marketplace string")))
                .withColumn("status", lit("active"))
                .withColumn("deleted", lit(false));
    }

    private static Dataset<Row> rollup(Dataset<Row> orders) {
        return orders.groupBy("marketplace", "day", "sku_id")
                .agg(
                        count(lit(1)).as("orders"),
                        sum("units").as("units"),
                        sum(col("units").multiply(1_000)).as("sale_revenue_minor"))
                .withColumn("supplier_id", lit("supplier"));
    }

    private Listed trending(Dataset<Row> orders, Marketplaces views) {
        Dataset<Row> listings = spark.createDataFrame(
                List.of(),
                StructType.fromDDL("marketplace string, sku_id string, seller_id string, listed_at timestamp,"
                        + " delisted_at timestamp, deleted boolean"));
        Map<String, Map<Integer, Integer>> ranks = new TreeMap<>();
        new Trending(views, CategoryTree.of(List.of()), Set.of(), "run")
                .mart(rollup(orders), orders, listings, skus())
                .forEach(row ->
                        add(ranks, (String) row.getField("sku_id"), (String) row.getField("marketplace"), (Integer)
                                row.getField("rank")));
        return new Listed(ranks);
    }

    private Listed bestSellers(Dataset<Row> orders, Marketplaces views) {
        Map<String, Map<Integer, Integer>> ranks = new TreeMap<>();
        BestSellers.mart(rollup(orders), skus(), CategoryTree.of(List.of()).paths(spark), views, "run")
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

    /** Of rising goods that became best sellers in the judged days; what never trended had the lead of a day too late. */
    private static List<Finding> leads(PlantedOrders planted, Listed trending, Listed best, int places) {
        List<Integer> leads = new ArrayList<>();
        Share before = new Share();
        planted.risingSince().forEach((sku, since) -> {
            Integer sells = best.firstDay(sku, since, places);
            Integer trends = trending.firstDay(sku, since, places);
            if (sells != null) {
                int lead = trends == null ? -1 : sells - trends;
                leads.add(lead);
                before.add(lead > 0);
            }
        });
        leads.sort(null);
        String name = "rising goods, first %d, ".formatted(places);
        return List.of(
                Finding.stated(name + "that became best sellers", "", leads.size()),
                Finding.atLeast(name + "trending before by, median", "days", 1, leads.get(leads.size() / 2)),
                Finding.stated(name + "trending before", "%", before.percent()));
    }

    private static List<Finding> bursts(PlantedOrders planted, Listed trending, Listed best) {
        Share trends = new Share();
        Share sells = new Share();
        planted.burstAt().forEach((sku, at) -> {
            trends.add(trending.isListed(sku, at, ALL_PLACES));
            sells.add(best.isListed(sku, at, ALL_PLACES));
        });
        return List.of(
                Finding.stated("bursts of few accounts, in the best sellers", "%", sells.percent()),
                Finding.atMost("bursts of few accounts, in trending", "%", 0, trends.percent()));
    }
}
