/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.intake;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Orders of four weeks over those of the four weeks before, with a 90 % confidence interval.
 *
 * @param ratio 1 is no growth
 * @param chance probability of as much or more if there were no growth
 */
record Growth(double ratio, double low, double high, double chance) {
    /** Fewer orders in either period are no evidence. */
    static final int LEAST_ORDERS = 10;

    private static final int WEEKS = SkuDemand.WEEKS / 2;

    /**
     * {@code log ratio ± t √(φ (1/a + 1/b))} of a and b orders, t of 6 degrees of freedom: weekly orders as counts whose variance
     * is φ times their mean, with φ = Pearson's X² ÷ degrees of freedom, at least 1. P. McCullagh, J. A. Nelder, Generalized
     * Linear Models, 2nd ed., Chapman and Hall 1989, sections 4.5 and 6.2.
     *
     * @param orders of eight weeks, the newest first
     * @return empty if either period has fewer than {@value #LEAST_ORDERS} orders
     */
    static Optional<Growth> of(long[] orders) {
        double newest = Arrays.stream(orders, 0, WEEKS).sum();
        double before = Arrays.stream(orders, WEEKS, 2 * WEEKS).sum();
        if (newest < LEAST_ORDERS || before < LEAST_ORDERS) {
            return Optional.empty();
        }
        double pearson = 0;
        for (int week = 0; week < orders.length; week++) {
            double mean = (week < WEEKS ? newest : before) / WEEKS;
            pearson += (orders[week] - mean) * (orders[week] - mean) / mean;
        }
        int freedom = orders.length - 2;
        double deviation = Math.sqrt(Math.max(1, pearson / freedom) * (1 / newest + 1 / before));
        TDistribution student = new TDistribution(null, freedom);
        double half = student.inverseCumulativeProbability(0.95) * deviation;
        double ratio = newest / before;
        double chance = student.cumulativeProbability(-Math.log(ratio) / deviation);
        return Optional.of(new Growth(ratio, ratio * Math.exp(-half), ratio * Math.exp(half), chance));
    }
}
