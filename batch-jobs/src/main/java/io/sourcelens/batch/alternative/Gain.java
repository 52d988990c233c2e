/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.alternative;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a unit is expected to leave more if another supplier sends it, in minor units; below 0 it leaves less. What the sale
 * brings and what the platform takes of it stay the same.
 *
 * @param price by the difference of the supply prices
 * @param freight by that of the freight
 * @param late by that of late deliveries
 * @param defect by that of defects
 */
record Gain(double price, double freight, double late, double defect, Range total) {
    /** Why it cannot be told; null if it can. */
    static @Nullable String reasonIfUnknown(Offer offer, Offer alternative, @Nullable AfterSaleCosts costs) {
        if (offer.supplyPriceMinor() == null || alternative.supplyPriceMinor() == null) {
            return "no_supply_price";
        }
        if (costs == null) {
            return "no_cases";
        }
        if (offer.freight() == null || alternative.freight() == null) {
            return "no_freight";
        }
        if (!offer.quality().isLatenessKnown() || !alternative.quality().isLatenessKnown()) {
            return "no_lateness";
        }
        return offer.quality().areDefectsKnown() && alternative.quality().areDefectsKnown() ? null : "no_defects";
    }

    /**
     * Of offers of which everything is known. The interval is made of those of the parts: G. Y. Zou and A. Donner, Construction of
     * confidence limits about effect measures: a general approach, Statistics in Medicine 27 (2008), 1693–1702, taken as
     * independent. What the whole marketplace shares moves both suppliers alike, so it is rather too wide.
     */
    static Gain of(Offer offer, Offer alternative, AfterSaleCosts costs) {
        double price = offer.supplyPriceMinor() - alternative.supplyPriceMinor();
        List<Difference> differences = List.of(
                new Difference(offer.freight().perUnit(), alternative.freight().perUnit(), 1),
                new Difference(
                        offer.quality().lateDelivery(),
                        alternative.quality().lateDelivery(),
                        costs.perLate() * offer.supplyPriceMinor()),
                new Difference(
                        offer.quality().defects(),
                        alternative.quality().defects(),
                        costs.perDefect() * offer.supplyPriceMinor()));
        double total =
                price + differences.stream().mapToDouble(Difference::value).sum();
        double below = Math.sqrt(
                differences.stream().mapToDouble(Difference::squareBelow).sum());
        double above = Math.sqrt(
                differences.stream().mapToDouble(Difference::squareAbove).sum());
        return new Gain(
                price,
                differences.get(0).value(),
                differences.get(1).value(),
                differences.get(2).value(),
                new Range(total, total - below, total + above));
    }

    /** Two figures of which less is better, and what one of it costs. */
    private record Difference(Range now, Range then, double cost) {
        double value() {
            return cost * (now.value() - then.value());
        }

        double squareBelow() {
            return square(now.value() - now.low()) + square(then.high() - then.value());
        }

        double squareAbove() {
            return square(now.high() - now.value()) + square(then.value() - then.low());
        }

        private double square(double distance) {
            return cost * distance * cost * distance;
        }
    }
}
