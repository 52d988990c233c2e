/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.ranking;

/** Who ordered a sku in the eight weeks before a day. */
final class Buyers {
    private final double[] repeated = new double[OrderSignals.DAYS];
    private long ofLastWeek;

    /**
     * Adds orders of one day.
     *
     * @param daysBack 0 for the last day
     * @param ordersOfEach how many orders each of their buyers made in the eight weeks
     * @param newest how many of them are their buyer's newest
     */
    void add(int daysBack, long orders, int ordersOfEach, long newest) {
        // All orders of a buyer count as one together.
        repeated[daysBack] += orders * (1 - 1.0 / ordersOfEach);
        ofLastWeek += daysBack < 7 ? newest : 0;
    }

    /** Distinct buyers of the last week. */
    long ofLastWeek() {
        return ofLastWeek;
    }

    /** Orders of each day that are beyond one of each buyer, the last day first. */
    double[] repeated() {
        return repeated;
    }
}
