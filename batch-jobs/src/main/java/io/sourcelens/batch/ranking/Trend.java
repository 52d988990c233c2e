/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.ranking;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.PoissonDistribution;

/**
 * A sku that is expected to be ordered more often than it usually is.
 *
 * @param orders of the last week
 * @param meanWeeklyOrders of the last eight weeks
 * @param expectedOrders of the next week
 */
record Trend(
        String skuId,
        int orders,
        double meanWeeklyOrders,
        double expectedOrders,
        Optional<OrderForecast.Range> range,
        Stage stage) {
    /** Fewer orders in the last week are no evidence of a trend. */
    private static final int LEAST_ORDERS = 3;
    /** A smaller rise, in standard deviations of a Poisson week, is rounding. */
    private static final double LEAST_RISE = 0.1;

    /** Where in its rise a sku is. */
    enum Stage {
        /** First ordered within the last four weeks. */
        EMERGING,
        /** Expected to be ordered more often than last week. */
        RISING,
        /** Expected to be ordered less often than last week, yet more often than in its mean week. */
        PEAKING;

        private static final int NEW_DAYS = 28;

        static Stage of(int daysOnSale, int orders, double expectedOrders) {
            if (daysOnSale <= NEW_DAYS) {
                return EMERGING;
            }
            return expectedOrders >= orders ? RISING : PEAKING;
        }
    }

    /** Of a marketplace; none without eight weeks behind it. */
    static List<Trend> of(DailyOrders orders) {
        if (orders.days() < OrderSignals.DAYS) {
            return List.of();
        }
        OrderForecast forecast = OrderForecast.fit(orders);
        OrderSignals signals = new OrderSignals(orders, orders.days());
        return IntStream.range(0, orders.skus().size())
                .mapToObj(sku -> of(orders.skus().get(sku), signals.of(sku), signals.daysOnSale(sku), forecast))
                .filter(Trend::isOne)
                .toList();
    }

    private boolean isOne() {
        return orders >= LEAST_ORDERS && isRise(expectedOrders);
    }

    /** Whether so many orders in a week are more than usual. */
    boolean isRise(double weeklyOrders) {
        return (weeklyOrders - meanWeeklyOrders) / Math.sqrt(1 + meanWeeklyOrders) > LEAST_RISE;
    }

    private static Trend of(String sku, double[] signals, int daysOnSale, OrderForecast forecast) {
        int orders = (int) OrderSignals.lastWeek(signals);
        double expected = forecast.expected(signals);
        return new Trend(
                sku,
                orders,
                OrderSignals.meanWeek(signals),
                expected,
                forecast.range(expected),
                Stage.of(daysOnSale, orders, expected));
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
