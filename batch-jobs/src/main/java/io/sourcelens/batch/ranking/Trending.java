/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.ranking;

import io.sourcelens.batch.lake.SmallTables;
import io.sourcelens.batch.marketplace.CategoryTree;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.batch.rollup.SkuModeDay;
import io.sourcelens.batch.stock.Shortages;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.iceberg.data.Record;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * {@code mart.trending}: at most {@value #LENGTH} skus per marketplace and category: first those which are expected to be
 * ordered more often in the next week than in their mean week of the last eight, then, where these are fewer, those that are
 * not, and those of which too little is known. Whole days only; a marketplace without eight weeks of them has no list.
 */
public final class Trending {
    /** Days of the rollup from which is learnt. */
    public static final int DAYS_READ = 364;

    /** Days of order lines in which buyers are counted, and of shortages. */
    public static final int EVIDENCE_DAYS_READ = OrderSignals.DAYS;

    private static final int LENGTH = 100;
    private static final String ALL = "all";
    private static final LakeTable TABLE = LakeTable.mart(Schemas.mart("trending"));

    private final Marketplaces marketplaces;
    private final CategoryTree categories;
    private final Set<String> withListings;
    private final String runId;

    /** @param withListings marketplaces that deliver listings; how many sellers list a sku of the others is not known */
    public Trending(Marketplaces marketplaces, CategoryTree categories, Set<String> withListings, String runId) {
        this.marketplaces = marketplaces;
        this.categories = categories;
        this.withListings = withListings;
        this.runId = runId;
    }

    /**
     * Ranks skus.
     *
     * @param rollup orders of skus by day: {@link SkuModeDay#ofAllModes}, or {@code rollup.sku_seller_day}; at least of the last {@value #DAYS_READ} days
     * @param shortages of {@value #EVIDENCE_DAYS_READ} days
     * @param lines {@code core.order_line}, at least of the last {@value #EVIDENCE_DAYS_READ} days
     * @param listings {@code core.listing}
     * @param skus {@code core.sku}
     */
    public List<Record> mart(
            Dataset<Row> rollup, Shortages shortages, Dataset<Row> lines, Dataset<Row> listings, Dataset<Row> skus) {
        Map<Marketplace, Trends> trends = new HashMap<>();
        DailyOrders.collect(rollup, marketplaces, DAYS_READ)
                .forEach((marketplace, orders) -> Trends.of(orders, sku -> shortages.of(marketplace.id(), sku))
                        .ifPresent(one -> trends.put(marketplace, one)));
        TrendEvidence evidence = new TrendEvidence(marketplaces, withListings).collect(trends, lines, listings, skus);
        List<Record> rows = new ArrayList<>();
        trends.forEach((marketplace, ofMarketplace) ->
                rows.addAll(lists(marketplace, evidence.of(marketplace, ofMarketplace))));
        return rows;
    }

    private List<Record> lists(Marketplace marketplace, List<TrendingSku> ordered) {
        @Nullable
        Double[] qValues = FalseDiscoveries.qValues(
                ordered.stream().map(TrendingSku::pValue).toList());
        Map<String, List<Place>> lists = new TreeMap<>();
        for (int i = 0; i < qValues.length; i++) {
            TrendingSku sku = ordered.get(i);
            if (sku.isListed()) {
                Place place = new Place(sku, qValues[i]);
                categoriesOf(marketplace, sku)
                        .forEach(category -> lists.computeIfAbsent(category, any -> new ArrayList<>())
                                .add(place));
            }
        }
        List<Record> rows = new ArrayList<>();
        lists.forEach((category, places) -> rows.addAll(ranked(marketplace, category, places)));
        return rows;
    }

    /** @param qValue among all skus of the marketplace */
    private record Place(TrendingSku sku, @Nullable Double qValue) {
        private static final Comparator<Place> BY_RANK = Comparator.<Place>comparingInt(
                        place -> place.sku().stage().group())
                .thenComparing(
                        Comparator.<Place>comparingDouble(place -> place.sku().score())
                                .reversed())
                .thenComparing(place -> place.sku().trend().skuId());
    }

    private List<String> categoriesOf(Marketplace marketplace, TrendingSku sku) {
        List<String> all = new ArrayList<>(List.of(ALL));
        if (sku.details().categoryId() != null) {
            all.addAll(categories.path(marketplace.id(), sku.details().categoryId()));
        }
        return all;
    }

    private List<Record> ranked(Marketplace marketplace, String category, List<Place> places) {
        List<Place> first = places.stream().sorted(Place.BY_RANK).limit(LENGTH).toList();
        return IntStream.range(0, first.size())
                .mapToObj(i -> row(marketplace, category, i + 1, first.get(i)))
                .toList();
    }

    private Record row(Marketplace marketplace, String category, int rank, Place place) {
        TrendingSku sku = place.sku();
        Trend trend = sku.trend();
        LocalDate end = marketplace.unfinishedDay();
        return SmallTables.row(
                TABLE,
                marketplace.id(),
                category,
                rank,
                trend.skuId(),
                sku.details().nameZh(),
                sku.details().nameEn(),
                sku.details().matchGroupId(),
                sku.details().supplierId(),
                (long) trend.orders(),
                trend.soldOutDays(),
                trend.rise().meanWeeklyOrders(),
                trend.rise().expectedOrders(),
                trend.range().map(OrderForecast.Range::low).orElse(null),
                trend.range().map(OrderForecast.Range::high).orElse(null),
                sku.buyers(),
                sku.breadth(),
                sku.score(),
                sku.pValue(),
                place.qValue(),
                sku.stage().name().toLowerCase(Locale.ROOT),
                sku.sellers(),
                sku.saturation(),
                end.minusDays(7),
                end.minusDays(1),
                marketplace.knownUntil().atOffset(ZoneOffset.UTC),
                runId);
    }
}
