/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.assortment;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.jspecify.annotations.Nullable;

/**
 * A figure of earlier cohorts: their mean, and between what one more of them would lie nine times in ten.
 *
 * @param mean null without an earlier cohort
 * @param low null with fewer than three, of which nobody knows how they vary
 */
record Earlier(
        @Nullable Double mean,
        @Nullable Double low,
        @Nullable Double high) {
    private static final int LEAST = 3;
    private static final double UPPER = 0.95;

    /**
     * {@code mean ± t·s·√(1 + 1/n)}, t of n − 1 degrees of freedom: the prediction interval for one more value (G. J. Hahn,
     * W. Q. Meeker, Statistical Intervals, Wiley 1991, section 4.7.1).
     */
    static Earlier of(List<Cohort> cohorts, Function<Cohort, OptionalDouble> figure) {
        double[] values = cohorts.stream()
                .map(figure)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray();
        if (values.length == 0) {
            return new Earlier(null, null, null);
        }
        double mean = StatUtils.mean(values);
        if (values.length < LEAST) {
            return new Earlier(mean, null, null);
        }
        double half = new TDistribution(null, values.length - 1).inverseCumulativeProbability(UPPER)
                * Math.sqrt(StatUtils.variance(values) * (1 + 1.0 / values.length));
        return new Earlier(mean, mean - half, mean + half);
    }

    /** Of a figure that is a share. */
    Earlier ofShare() {
        return low == null || high == null ? this : new Earlier(mean, Math.max(0, low), Math.min(1, high));
    }
}
