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
    /** Of the eight weeks, less the means of the two periods. */
    static final int FREEDOM = 2 * WEEKS - 2;

    /**
     * {@code log ratio ± t √(φ (1/a + 1/b))} of a and b orders: weekly orders as counts whose variance is φ times their mean, with
     * φ = Pearson's X² ÷ degrees of freedom. P. McCullagh, J. A. Nelder, Generalized Linear Models, 2nd ed., Chapman and Hall
     * 1989, sections 4.5 and 6.2.
     *
     * @param orders of eight weeks, the newest first
     * @param usual what φ is drawn towards
     * @return empty if either period has fewer than {@value #LEAST_ORDERS} orders
     */
    static Optional<Growth> of(long[] orders, WeeklyVariation usual) {
        if (!isEnough(orders)) {
            return Optional.empty();
        }
        double newest = newest(orders);
        double before = before(orders);
        double deviation = Math.sqrt(usual.dispersionOf(orders) * (1 / newest + 1 / before));
        TDistribution student = new TDistribution(null, usual.freedomOf());
        double half = student.inverseCumulativeProbability(0.95) * deviation;
        double ratio = newest / before;
        double chance = student.cumulativeProbability(-Math.log(ratio) / deviation);
        return Optional.of(new Growth(ratio, ratio * Math.exp(-half), ratio * Math.exp(half), chance));
    }

    static boolean isEnough(long[] orders) {
        return newest(orders) >= LEAST_ORDERS && before(orders) >= LEAST_ORDERS;
    }

    /** φ of these weeks alone. */
    static double dispersion(long[] orders) {
        double pearson = 0;
        for (int week = 0; week < orders.length; week++) {
            double mean = (week < WEEKS ? newest(orders) : before(orders)) / WEEKS;
            pearson += (orders[week] - mean) * (orders[week] - mean) / mean;
        }
        return pearson / FREEDOM;
    }

    private static double newest(long[] orders) {
        return Arrays.stream(orders, 0, WEEKS).sum();
    }

    private static double before(long[] orders) {
        return Arrays.stream(orders, WEEKS, 2 * WEEKS).sum();
    }
}
