/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.intake;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A score from 0 to 100 as the sum of its parts' points.
 *
 * @param points of the parts that are known
 * @param knownWeight share of the weight that these have
 */
record OpportunityScore(Map<Part, Double> points, double knownWeight) {
    /** With less of the weight known a score would mostly say what is not known. */
    private static final double LEAST_KNOWN = 0.5;
    /** What is kept of the sale at which the margin has all its points. */
    private static final double FULL_MARGIN = 0.3;
    /** Sellers per sku at which nothing is left to share. */
    private static final double MOST_SELLERS = 10;

    /** What a score is made of. */
    enum Part {
        /** Growth that is certain: none at 0 %, all at a doubling. */
        GROWTH,
        /** What is kept of the sale: none at 0, all at 30 %. */
        MARGIN,
        /** Few sellers per sku: all at one, none at ten. */
        SELLERS,
        /** Concentrated supply, where another supplier is worth more: its Herfindahl–Hirschman index. */
        SUPPLIERS,
        /** Punctual suppliers: all at no late delivery, none if each is late. */
        RELIABILITY
    }

    /** Of the parts' values from 0 to 1; those that are not known are left out, and the others count for more. */
    static OpportunityScore of(OpportunityWeights weights, Map<Part, Double> values) {
        double known =
                values.keySet().stream().sorted().mapToDouble(weights::of).sum();
        Map<Part, Double> points = new EnumMap<>(Part.class);
        values.forEach((part, value) -> points.put(part, 100 * weights.of(part) * value / known));
        return new OpportunityScore(points, known / weights.total());
    }

    @Nullable
    Double score() {
        return knownWeight < LEAST_KNOWN
                ? null
                : points.values().stream().mapToDouble(value -> value).sum();
    }

    /** From 0 to 1 by doublings; the pessimistic end of the growth, so that luck with few orders is none. */
    static double ofGrowth(double low) {
        return within(Math.log(low) / Math.log(2));
    }

    static double ofMargin(double rate) {
        return within(rate / FULL_MARGIN);
    }

    static double ofSellers(double perSku) {
        return within((MOST_SELLERS - perSku) / (MOST_SELLERS - 1));
    }

    private static double within(double value) {
        return Math.min(1, Math.max(0, value));
    }
}
