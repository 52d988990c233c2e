/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.score;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** A supplier's score with what is to be said of it. */
record SupplierScore(List<Points> points, ScoreRules rules) {
    /** Tier of those of whom too little is known. */
    static final String UNRATED = "unrated";

    /** With less of the weight known a score would mostly say what is not known. */
    private static final double LEAST_KNOWN = 0.5;

    private static final double ROUNDING = 1e-9;

    /** 0 to 100; null where too little is known. */
    @Nullable
    Double score() {
        return isKnown() ? sum(points, Points::points) : null;
    }

    /** Lower end of the 90 % interval. */
    @Nullable
    Double low() {
        return isKnown() ? Math.max(0, sum(points, Points::points) - margin(one -> one.points() - one.low())) : null;
    }

    @Nullable
    Double high() {
        return isKnown() ? Math.min(100, sum(points, Points::points) + margin(one -> one.high() - one.points())) : null;
    }

    /**
     * Distance of an end of the interval of a sum, from those of its summands: G. Y. Zou and A. Donner, Construction of
     * confidence limits about effect measures: a general approach, Statistics in Medicine 27 (2008), 1693–1702. Figures of the
     * same parcels, or of the same lines, are taken to err together (correlation 1), those of parcels and of lines not (0).
     */
    private double margin(ToDoubleFunction<Points> distance) {
        double ofParcels = sum(
                points.stream()
                        .filter(one -> one.figure().component().isOfParcels())
                        .toList(),
                distance);
        double ofLines = sum(
                points.stream()
                        .filter(one -> !one.figure().component().isOfParcels())
                        .toList(),
                distance);
        return Math.hypot(ofParcels, ofLines);
    }

    /** By the end of the interval that speaks against it: luck with few orders neither crowns nor condemns. */
    String tier() {
        Double low = low();
        Double high = high();
        if (low == null || high == null || reasonIfUnrated() != null) {
            return UNRATED;
        }
        if (failsForCertain()) {
            return "D";
        }
        if (low >= rules.tierA()) {
            return "A";
        }
        if (low >= rules.tierB()) {
            return "B";
        }
        return high < rules.tierD() ? "D" : "C";
    }

    /** Whether a component has no points even at its better end: nothing else makes good for that. */
    private boolean failsForCertain() {
        return points.stream()
                .anyMatch(
                        one -> one.most() > 0 && one.high() == 0 && one.figure().evidence() >= rules.leastEvidence());
    }

    @Nullable
    String reasonIfUnrated() {
        if (!isKnown()) {
            return "little_known";
        }
        return weightSupported() < LEAST_KNOWN - ROUNDING ? "little_evidence" : null;
    }

    private boolean isKnown() {
        return weightKnown() >= LEAST_KNOWN - ROUNDING;
    }

    double weightKnown() {
        return sum(points, this::weight);
    }

    double weightSupported() {
        return sum(
                points.stream()
                        .filter(one -> one.figure().evidence() >= rules.leastEvidence())
                        .toList(),
                this::weight);
    }

    private double weight(Points one) {
        return rules.weight(one.figure().component());
    }

    /** Of the component with the least. */
    long evidence() {
        return points.stream().mapToLong(one -> one.figure().evidence()).min().orElse(0);
    }

    /** Of the component with the least; empty where it applies to none. */
    OptionalDouble maturity() {
        return points.stream()
                .map(one -> one.figure().maturity())
                .filter(Objects::nonNull)
                .mapToDouble(maturity -> maturity)
                .min();
    }

    /** Component that costs most points; empty if none costs any. */
    Optional<Points> costliest() {
        return points.stream()
                .filter(one -> one.lost() > ROUNDING)
                .max(Comparator.comparingDouble(Points::lost)
                        .thenComparing(one -> one.figure().component(), Comparator.reverseOrder()));
    }

    private static double sum(List<Points> points, ToDoubleFunction<Points> summand) {
        return points.stream().mapToDouble(summand).sum();
    }
}
