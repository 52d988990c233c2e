/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.alternative;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds alternatives among the offers of one marketplace. */
record Alternatives(@Nullable AfterSaleCosts costs, double usualLateness) {
    private static final int MOST = 5;

    /** Of each offer that is at risk, in their order: others' offers of the same goods, the best first, at most five. */
    List<List<Alternative>> of(List<Offer> offers) {
        Map<String, List<Offer>> groups = offers.stream().collect(groupingBy(Offer::matchGroupId));
        return offers.stream()
                .filter(offer -> risk(offer) != null)
                .map(offer -> groups.get(offer.matchGroupId()).stream()
                        .filter(other -> !other.supplierId().equals(offer.supplierId()))
                        .map(other -> Alternative.of(offer, other, costs, usualLateness))
                        .sorted(Alternative.ORDER)
                        .limit(MOST)
                        .toList())
                .toList();
    }

    /** Why another supplier is looked for; null if none is. */
    @Nullable
    String risk(Offer offer) {
        boolean weak = offer.quality().isWeak(usualLateness);
        if (offer.isStockAtRisk()) {
            return weak ? "stock_and_supplier" : "stock";
        }
        return weak ? "supplier" : null;
    }
}
