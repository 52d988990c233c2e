/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.ranking;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.date_diff;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import java.sql.Date;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What else is known of skus that may be listed: who buys and who lists them, and what they are. */
final class TrendEvidence {
    private static final String[] KEY = {"marketplace", "sku_id"};
    private static final StructType SKU =
            new StructType().add(KEY[0], DataTypes.StringType, false).add(KEY[1], DataTypes.StringType, false);

    private final Marketplaces marketplaces;
    private final Set<String> withListings;
    private final Map<SkuKey, Buyers> buyers = new HashMap<>();
    private final Map<SkuKey, Long> sellers = new HashMap<>();
    private final Map<SkuKey, TrendingSku.Details> details = new HashMap<>();

    private record SkuKey(String marketplace, String skuId) {
        static SkuKey of(Row row) {
            return new SkuKey(row.getString(0), row.getString(1));
        }
    }

    TrendEvidence(Marketplaces marketplaces, Set<String> withListings) {
        this.marketplaces = marketplaces;
        this.withListings = withListings;
    }

    /** Reads it for these skus, see {@link Trending#mart}. */
    TrendEvidence collect(
            Map<Marketplace, Trends> trends, Dataset<Row> lines, Dataset<Row> listings, Dataset<Row> skus) {
        List<Row> keys = trends.entrySet().stream()
                .flatMap(entry -> entry.getValue().all().stream()
                        .map(trend -> RowFactory.create(entry.getKey().id(), trend.skuId())))
                .toList();
        Dataset<Row> ordered = broadcast(skus.sparkSession().createDataFrame(keys, SKU));
        buyers(lines, ordered).collectAsList().stream()
                // Sums of fractions depend on their order.
                .sorted(Comparator.comparingInt(row -> row.getInt(3)))
                .forEach(row -> buyers.computeIfAbsent(SkuKey.of(row), any -> new Buyers())
                        .add(row.getInt(2), row.getLong(4), row.getInt(3), row.getLong(5)));
        sellers(listings)
                .join(ordered, KEY)
                .groupBy("marketplace", "sku_id")
                .agg(countDistinct("seller_id"))
                .collectAsList()
                .forEach(row -> sellers.put(SkuKey.of(row), row.getLong(2)));
        skus.filter(not(col("deleted")))
                .join(ordered, KEY)
                .select("marketplace", "sku_id", "category_id", "name_zh", "name_en", "match_group_id", "supplier_id")
                .collectAsList()
                .forEach(row -> details.put(
                        SkuKey.of(row),
                        new TrendingSku.Details(
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6))));
        return this;
    }

    /**
     * Orders by sku, day and how many orders of the sku their buyer made in the eight weeks. Who is not known is a buyer of one
     * order; such orders, and those of who ordered once, are left out before the last week: nothing is to be learnt of them.
     */
    private Dataset<Row> buyers(Dataset<Row> lines, Dataset<Row> ordered) {
        Column lastWeek = marketplaces.condition(
                one -> col("ordered_at").geq(lit(one.start(one.unfinishedDay().minusDays(7)))));
        return lines.filter(not(col("deleted")).and(col("status").notEqual("cancelled")))
                .filter(marketplaces.condition(one -> col("ordered_at")
                        .geq(lit(one.start(one.unfinishedDay().minusDays(OrderSignals.DAYS))))
                        .and(col("ordered_at").lt(lit(one.start(one.unfinishedDay()))))))
                .filter(col("buyer_id").isNotNull().or(lastWeek))
                .join(ordered, KEY)
                .withColumn(
                        "days_back",
                        date_diff(
                                marketplaces.value(one ->
                                        lit(Date.valueOf(one.unfinishedDay().minusDays(1)))),
                                marketplaces.day(col("ordered_at"))))
                .groupBy(col("marketplace"), col("sku_id"), coalesce(col("buyer_id"), col("order_id")))
                .agg(collect_set(struct(col("days_back"), col("order_id"))).as("orders"))
                .select(
                        col("marketplace"),
                        col("sku_id"),
                        size(col("orders")).as("orders_of_each"),
                        posexplode(sort_array(col("orders"))))
                .withColumn("days_back", col("col.days_back"))
                .filter(col("orders_of_each").gt(1).or(col("days_back").lt(7)))
                .groupBy("marketplace", "sku_id", "days_back", "orders_of_each")
                .agg(count(lit(1)), count_if(col("pos").equalTo(0)));
    }

    private Dataset<Row> sellers(Dataset<Row> listings) {
        return listings.filter(not(col("deleted")))
                .filter(marketplaces.condition(one -> col("listed_at")
                        .leq(lit(one.knownUntil()))
                        .and(coalesce(col("delisted_at").gt(lit(one.knownUntil())), lit(true)))));
    }

    /** Every sku that was ordered in the eight weeks, whether it is to be listed or not. */
    List<TrendingSku> of(Marketplace marketplace, Trends trends) {
        Surprise surprise =
                new Surprise(trends.orders(), sku -> details(marketplace, sku).categoryId());
        return trends.all().stream()
                .map(trend -> of(marketplace, trend, trends, surprise))
                .toList();
    }

    private TrendingSku of(Marketplace marketplace, Trend trend, Trends trends, Surprise surprise) {
        SkuKey key = new SkuKey(marketplace.id(), trend.skuId());
        Buyers ofSku = buyers.getOrDefault(key, new Buyers());
        return new TrendingSku(
                trend,
                details(marketplace, trend.skuId()),
                ofSku.ofLastWeek(),
                trends.without(trend, ofSku.repeated()),
                surprise.pValue(trend, ofSku.repeated()),
                withListings.contains(marketplace.id()) ? sellers.getOrDefault(key, 0L) : null);
    }

    private TrendingSku.Details details(Marketplace marketplace, String skuId) {
        return details.getOrDefault(new SkuKey(marketplace.id(), skuId), TrendingSku.Details.UNKNOWN);
    }
}
