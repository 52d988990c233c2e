/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.intake;

import io.sourcelens.batch.intake.CatalogueSku.Catalogue;
import io.sourcelens.batch.marketplace.CategoryTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What may be a candidate: goods, which are a match group or a sku without one, or a leaf category's price band.
 *
 * @param matchGroupId null unless it is a match group
 * @param priceBand null unless it is a price band
 * @param suppliers known ones
 */
record Subject(
        @Nullable String matchGroupId, @Nullable Integer priceBand, Set<String> suppliers, Opportunity opportunity) {
    private static final Comparator<SkuDemand> MOST_ORDERED = Comparator.comparingLong(SkuDemand::newestOrders)
            .thenComparingLong(SkuDemand::allOrders)
            .thenComparing(SkuDemand::skuId, Comparator.reverseOrder());

    static List<Subject> goods(Demand demand, Catalogue catalogue, boolean wholeHistory) {
        List<Goods> goods = new ArrayList<>();
        Map<String, List<SkuDemand>> groups = new TreeMap<>();
        for (SkuDemand sku : demand.skus()) {
            String group = catalogue.sku(sku.skuId()).matchGroupId();
            if (group == null) {
                goods.add(new Goods(null, List.of(sku)));
            } else {
                groups.computeIfAbsent(group, any -> new ArrayList<>()).add(sku);
            }
        }
        groups.forEach((group, skus) -> goods.add(new Goods(group, skus)));
        WeeklyVariation usual = wholeHistory
                ? WeeklyVariation.of(
                        goods.stream().map(Goods::skus).map(Opportunity::weeks).toList())
                : null;
        return goods.stream()
                .map(one -> of(one.group(), null, one.suppliers(catalogue), one.skus(), usual))
                .toList();
    }

    private record Goods(@Nullable String group, List<SkuDemand> skus) {
        Set<String> suppliers(Catalogue catalogue) {
            return group == null ? Set.of() : catalogue.suppliers().getOrDefault(group, new TreeSet<>());
        }
    }

    /** Price bands as in {@code mart.intake_opportunity}, of categories without another below them. */
    static List<Subject> places(Demand demand, CategoryTree tree, String marketplace, boolean wholeHistory) {
        Leaves leaves = Leaves.of(demand.skus(), tree, marketplace);
        WeeklyVariation usual = wholeHistory ? leaves.variation() : null;
        List<Subject> places = new ArrayList<>();
        leaves.byCategory()
                .values()
                .forEach(skus -> PriceBands.of(skus)
                        .forEach((band, ofBand) -> places.add(of(null, band, Set.of(), ofBand, usual))));
        return places;
    }

    private static Subject of(
            @Nullable String group,
            @Nullable Integer band,
            Set<String> inCatalogue,
            List<SkuDemand> skus,
            @Nullable WeeklyVariation usual) {
        Set<String> suppliers = new TreeSet<>(inCatalogue);
        skus.stream()
                .filter(sku -> band == null || sku.newestOrders() > 0)
                .map(SkuDemand::supplierId)
                .filter(Objects::nonNull)
                .forEach(suppliers::add);
        return new Subject(group, band, suppliers, Opportunity.of(skus, usual));
    }

    /** Of its skus the one that is ordered most. */
    SkuDemand firstSku() {
        return opportunity.skus().stream().max(MOST_ORDERED).orElseThrow();
    }

    @Nullable
    String onlySupplier() {
        return suppliers.size() == 1 ? suppliers.iterator().next() : null;
    }
}
