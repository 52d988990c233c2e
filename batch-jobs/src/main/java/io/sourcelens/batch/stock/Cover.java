/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.stock;

import org.jspecify.annotations.Nullable;

/**
 * Days that a stock lasts if nothing is refilled, with a 90 % predictive interval.
 *
 * @param high null if no end can be told
 */
record Cover(double days, double low, @Nullable Double high) {
    private static final double NORMAL_QUANTILE = 1.6448536269514722;
    private static final Cover NOTHING = new Cover(0, 0, 0.0);
    private static final double LEAST_DRIFT = 1e-6;
    /** Beyond it the F distribution has fewer than three degrees of freedom, too few for the approximation. */
    private static final double MOST_DRIFT = 2.0 / 3;

    /**
     * The time until a gamma process of demand, whose own rate is gamma-distributed, has taken the stock is
     * {@code stock ÷ rate} times an F-distributed number with {@code 2·stock ÷ index} and {@code 2 ÷ drift} degrees of
     * freedom; its quantiles by E. Paulson, An approximate normalization of the analysis of variance distribution, Annals
     * of Mathematical Statistics 13 (1942), 233–235.
     *
     * @param perDay units per day, above 0
     */
    static Cover of(int stock, double perDay, double index, double drift) {
        if (stock == 0) {
            return NOTHING;
        }
        double days = stock / perDay;
        double a = index / (9.0 * stock);
        double b = Math.max(drift, LEAST_DRIFT) / 9;
        double squared = NORMAL_QUANTILE * NORMAL_QUANTILE;
        double root = NORMAL_QUANTILE
                * Math.sqrt(Math.max(0, (1 - b) * (1 - b) * a + (1 - a) * (1 - a) * b - squared * a * b));
        double middle = (1 - a) * (1 - b);
        double divisor = (1 - b) * (1 - b) - squared * b;
        double low = divisor <= 0 ? 0 : Math.max(0, (middle - root) / divisor);
        return new Cover(
                days,
                days * low * low * low,
                divisor <= 0 || drift > MOST_DRIFT ? null : days * Math.pow((middle + root) / divisor, 3));
    }
}
