/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.ranking;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What the eight weeks before a day tell of the orders to come: the orders of each week, and rates of the time that the sku
 * was on sale.
 *
 * <p>A rate is {@code 7 Σ δ^k orders ÷ Σ δ^k exposure} over the days k back to the first order of the eight weeks, with
 * half-lives of 2 to 32 days: the estimate of a Poisson level under discounting (West and Harrison, "Bayesian Forecasting
 * and Dynamic Models", 1997, 10.8). The exposure of a day is what is usual for its weekday, so that a new sku is not
 * measured by weeks in which nobody could buy it, nor any sku by a day on which nobody buys.
 */
final class OrderSignals {
    static final int WEEKS = 8;
    static final int DAYS = 7 * WEEKS;

    private static final double[] HALF_LIVES_DAYS = {2, 4, 8, 16, 32};
    /** Signals of a sku: weeks and rates. */
    static final int COUNT = WEEKS + HALF_LIVES_DAYS.length;

    /** What an order of k + 1 days back counts, by half-life and k. */
    private static final double[][] DISCOUNTS = Arrays.stream(HALF_LIVES_DAYS)
            .mapToObj(halfLife -> IntStream.range(0, DAYS)
                    .mapToDouble(k -> Math.pow(0.5, (k + 0.5) / halfLife))
                    .toArray())
            .toArray(double[][]::new);

    /** Keeps the rate of a sku finite that was first ordered on the last day. */
    private static final double LEAST_EXPOSURE_DAYS = 0.5;

    /** A rate of fewer days is too little to say what was missed in the others: it is taken for one of so many. */
    private static final double LEAST_AVAILABLE_DAYS = 7;

    static final double[] NOTHING = new double[DAYS];

    private final DailyOrders orders;
    private final int until;
    private final double[] exposure;

    /** @param until index of the day before which is looked; at least {@value #DAYS} */
    OrderSignals(DailyOrders orders, int until) {
        if (until < DAYS || until > orders.days()) {
            throw new IllegalArgumentException("Cannot look back %d days from day %d".formatted(DAYS, until));
        }
        this.orders = orders;
        this.until = until;
        this.exposure = weekdays(orders, until);
    }

    /** Share of an average day that the day of a week takes: index 0 is the day before, 6 the day a week before. */
    private static double[] weekdays(DailyOrders orders, int until) {
        double[] byWeekday = new double[7];
        for (int[] sku : orders.orders()) {
            for (int back = 1; back <= DAYS; back++) {
                byWeekday[(back - 1) % 7] += sku[until - back];
            }
        }
        double mean = Arrays.stream(byWeekday).average().orElseThrow();
        return Arrays.stream(byWeekday)
                .map(total -> mean == 0 ? 1 : total / mean)
                .toArray();
    }

    /** Signals of a sku, the last week first. */
    double[] of(int sku) {
        return of(sku, NOTHING, NOTHING);
    }

    /**
     * Signals of a sku without a part of its orders, and as if it had never been sold out, the last week first.
     *
     * @param without orders of each day, the day before first
     * @param soldOut share of each day during which nothing could be ordered, the day before first
     */
    double[] of(int sku, double[] without, double[] soldOut) {
        double[] counted = new double[DAYS];
        for (int k = 0; k < DAYS; k++) {
            counted[k] = orders.orders()[sku][until - 1 - k] - without[k];
        }
        int onSale = daysOnSale(sku);
        addMissed(counted, onSale, soldOut);
        double[] signals = new double[COUNT];
        for (int k = 0; k < DAYS; k++) {
            signals[k / 7] += counted[k];
        }
        for (int i = 0; i < HALF_LIVES_DAYS.length; i++) {
            signals[WEEKS + i] = weeklyRate(counted, onSale, DISCOUNTS[i]);
        }
        return signals;
    }

    /** What would have been ordered while it was sold out: as much as usual for the weekday while it was not. */
    private void addMissed(double[] counted, int onSale, double[] soldOut) {
        double ordered = 0;
        double available = 0;
        for (int k = 0; k < onSale; k++) {
            ordered += counted[k];
            available += exposure[k % 7] * (1 - soldOut[k]);
        }
        double perDay = ordered / Math.max(LEAST_AVAILABLE_DAYS, available);
        for (int k = 0; k < onSale; k++) {
            counted[k] += soldOut[k] * exposure[k % 7] * perDay;
        }
    }

    /** Days since the first order of the eight weeks. */
    int daysOnSale(int sku) {
        int back = DAYS;
        while (back > 0 && orders.orders()[sku][until - back] == 0) {
            back--;
        }
        return back;
    }

    private double weeklyRate(double[] counted, int onSale, double[] discounts) {
        double sold = 0;
        double exposed = LEAST_EXPOSURE_DAYS * discounts[0];
        for (int k = 0; k < onSale; k++) {
            sold += discounts[k] * counted[k];
            exposed += discounts[k] * exposure[k % 7];
        }
        return 7 * sold / exposed;
    }

    /** Orders of the last week, by signals. */
    static double lastWeek(double[] signals) {
        return signals[0];
    }

    /** Mean weekly orders of the eight weeks, by signals. */
    static double meanWeek(double[] signals) {
        return Arrays.stream(signals, 0, WEEKS).sum() / WEEKS;
    }
}
