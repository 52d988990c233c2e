/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.intake;

import io.sourcelens.batch.intake.OpportunityScore.Part;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What the skus of a category and price band promise.
 *
 * @param growth empty with a short history or few orders
 * @param sellersPerSku empty without a known seller
 * @param stockouts of those whose stock is known
 * @param marginRate achievable margin per line ÷ mean revenue per order; empty where no margin is known
 */
record Opportunity(
        List<SkuDemand> skus,
        Optional<Growth> growth,
        OptionalDouble sellersPerSku,
        Supply supply,
        Achievable achievable,
        OptionalDouble marginRate,
        Stockouts stockouts) {

    /** @param usual how much weeks of its like vary; null where the eight weeks do not lie within what is known */
    static Opportunity of(List<SkuDemand> skus, @Nullable WeeklyVariation usual) {
        Achievable achievable = Achievable.of(skus);
        return new Opportunity(
                skus,
                usual == null ? Optional.empty() : Growth.of(weeks(skus), usual),
                sellersPerSku(skus),
                Supply.of(skus),
                achievable,
                marginRate(skus, achievable),
                Stockouts.of(skus));
    }

    /** Orders of the eight weeks, the newest first. */
    static long[] weeks(List<SkuDemand> skus) {
        long[] weeks = new long[SkuDemand.WEEKS];
        for (SkuDemand sku : skus) {
            for (int week = 0; week < weeks.length; week++) {
                weeks[week] += sku.orders()[week];
            }
        }
        return weeks;
    }

    private static OptionalDouble sellersPerSku(List<SkuDemand> skus) {
        return skus.stream()
                .filter(sku -> sku.sellers() > 0)
                .mapToLong(SkuDemand::sellers)
                .average();
    }

    private static OptionalDouble marginRate(List<SkuDemand> skus, Achievable achievable) {
        double revenue = skus.stream().mapToLong(SkuDemand::revenueMinor).sum();
        double orders = skus.stream().mapToLong(SkuDemand::allOrders).sum();
        return achievable.medianMinor() == null || revenue == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(achievable.medianMinor() / (revenue / orders));
    }

    long orders() {
        return skus.stream().mapToLong(SkuDemand::newestOrders).sum();
    }

    long previousOrders() {
        return skus.stream().mapToLong(SkuDemand::allOrders).sum() - orders();
    }

    long lowestPriceMinor() {
        return skus.stream().mapToLong(SkuDemand::priceMinor).min().orElseThrow();
    }

    long highestPriceMinor() {
        return skus.stream().mapToLong(SkuDemand::priceMinor).max().orElseThrow();
    }

    OpportunityScore score(OpportunityWeights weights) {
        Map<Part, Double> values = new EnumMap<>(Part.class);
        growth.ifPresent(found -> values.put(Part.GROWTH, OpportunityScore.ofGrowth(found.low())));
        marginRate.ifPresent(rate -> values.put(Part.MARGIN, OpportunityScore.ofMargin(rate)));
        sellersPerSku.ifPresent(sellers -> values.put(Part.SELLERS, OpportunityScore.ofSellers(sellers)));
        supply.concentration().ifPresent(index -> values.put(Part.SUPPLIERS, index));
        supply.lateDelivery().ifPresent(late -> values.put(Part.RELIABILITY, 1 - late));
        return OpportunityScore.of(weights, values);
    }
}
