/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.ranking;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What else is known of skus that rise: who buys and who lists them, and what they are. */
final class TrendEvidence {
    private static final String[] KEY = {"marketplace", "sku_id"};
    private static final StructType SKU =
            new StructType().add(KEY[0], DataTypes.StringType, false).add(KEY[1], DataTypes.StringType, false);

    private final Marketplaces marketplaces;
    private final Set<String> withListings;
    private final Map<SkuKey, Long> buyers = new HashMap<>();
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
            Map<Marketplace, List<Trend>> trends, Dataset<Row> lines, Dataset<Row> listings, Dataset<Row> skus) {
        List<Row> keys = trends.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(trend -> RowFactory.create(entry.getKey().id(), trend.skuId())))
                .toList();
        Dataset<Row> rising = broadcast(skus.sparkSession().createDataFrame(keys, SKU));
        buyers(lines)
                .join(rising, KEY)
                .groupBy("marketplace", "sku_id")
                .agg(countDistinct("buyer"))
                .collectAsList()
                .forEach(row -> buyers.put(SkuKey.of(row), row.getLong(2)));
        sellers(listings)
                .join(rising, KEY)
                .groupBy("marketplace", "sku_id")
                .agg(countDistinct("seller_id"))
                .collectAsList()
                .forEach(row -> sellers.put(SkuKey.of(row), row.getLong(2)));
        skus.filter(not(col("deleted")))
                .join(rising, KEY)
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

    /** Who ordered in the last week; who is not known is a buyer of one order. */
    private Dataset<Row> buyers(Dataset<Row> lines) {
        return lines.filter(not(col("deleted")).and(col("status").notEqual("cancelled")))
                .filter(marketplaces.condition(one -> col("ordered_at")
                        .geq(lit(one.start(one.unfinishedDay().minusDays(7))))
                        .and(col("ordered_at").lt(lit(one.start(one.unfinishedDay()))))))
                .withColumn("buyer", coalesce(col("buyer_id"), col("order_id")));
    }

    private Dataset<Row> sellers(Dataset<Row> listings) {
        return listings.filter(not(col("deleted")))
                .filter(marketplaces.condition(one -> col("listed_at")
                        .leq(lit(one.knownUntil()))
                        .and(coalesce(col("delisted_at").gt(lit(one.knownUntil())), lit(true)))));
    }

    TrendingSku of(Marketplace marketplace, Trend trend) {
        SkuKey key = new SkuKey(marketplace.id(), trend.skuId());
        return new TrendingSku(
                trend,
                details.getOrDefault(key, TrendingSku.Details.UNKNOWN),
                buyers.getOrDefault(key, 0L),
                withListings.contains(marketplace.id()) ? sellers.getOrDefault(key, 0L) : null);
    }
}
