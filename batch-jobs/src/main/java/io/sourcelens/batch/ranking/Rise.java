/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.ranking;

import org.apache.commons.math3.distribution.PoissonDistribution;

/**
 * How many orders of a sku are expected, and how many are usual.
 *
 * @param meanWeeklyOrders of the last eight weeks
 * @param expectedOrders of the next week
 */
record Rise(double meanWeeklyOrders, double expectedOrders) {
    /** A smaller rise, as a share of the mean week, is rounding. */
    private static final double LEAST_RISE = 0.01;

    static Rise of(double[] signals, OrderForecast forecast) {
        return new Rise(OrderSignals.meanWeek(signals), forecast.expected(signals));
    }

    /** Whether more is expected than is usual. */
    boolean isOne() {
        return expectedOrders > (1 + LEAST_RISE) * meanWeeklyOrders;
    }

    /**
     * Orders of the next week above the mean week that are to be expected, {@code E[max(0, N − m)]} of a Poisson count N:
     * {@code μ P(N ≥ k − 1) − m P(N ≥ k)} with k the smallest whole number above m.
     */
    double gain() {
        int above = (int) Math.floor(meanWeeklyOrders) + 1;
        return expectedOrders == 0 ? 0 : expectedOrders * atLeast(above - 1) - meanWeeklyOrders * atLeast(above);
    }

    private double atLeast(int count) {
        return 1 - new PoissonDistribution(expectedOrders).cumulativeProbability(count - 1);
    }
}
