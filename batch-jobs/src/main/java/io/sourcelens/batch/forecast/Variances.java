/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.forecast;

/**
 * How much rates differ.
 *
 * @param suppliers variance of the suppliers' effects, on the logit
 * @param strata variance of the strata's effects, on the logit
 * @param periods of the whole marketplace's level from period to period, on the logit
 * @param within correlation of the trials of one supplier in one period: they go together
 */
record Variances(double suppliers, double strata, double periods, double within) {
    /** Of a variance, a hundredth moves no forecast that people see. */
    private static final double AGREED = 0.01;

    /** What fitting starts from; suppliers that differ by a factor of e to either side. */
    static final Variances START = new Variances(1, 1, 0.1, 0);

    boolean agrees(Variances other) {
        return near(suppliers, other.suppliers)
                && near(strata, other.strata)
                && near(periods, other.periods)
                && Math.abs(within - other.within) < AGREED * 0.01;
    }

    private static boolean near(double one, double other) {
        return Math.abs(one - other) <= AGREED * Math.max(one, other);
    }
}
