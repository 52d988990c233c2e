/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.distribution;

import java.math.BigInteger;
import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Sums over days of a figure y of order lines, with n lines and the total y on each day: what is needed to tell how much the
 * mean line differs by chance if the lines of one day go together. Whole numbers, so that no order of adding matters.
 *
 * @param days days with a line
 * @param lines Σ n
 * @param total Σ y
 * @param squaredTotals Σ y²
 * @param totalsByLines Σ y n
 * @param squaredLines Σ n²
 */
record DayTotals(
        long days,
        long lines,
        BigInteger total,
        BigInteger squaredTotals,
        BigInteger totalsByLines,
        BigInteger squaredLines) {
    /** With fewer days nobody knows how much days differ. */
    static final int LEAST_DAYS = 5;

    double mean() {
        return total.doubleValue() / lines;
    }

    /** Σ (y − mean n)². */
    double squaredDeviations() {
        BigInteger n = BigInteger.valueOf(lines);
        BigInteger numerator = n.multiply(n)
                .multiply(squaredTotals)
                .subtract(BigInteger.TWO.multiply(n).multiply(total).multiply(totalsByLines))
                .add(total.multiply(total).multiply(squaredLines));
        return numerator.doubleValue() / ((double) lines * lines);
    }

    /**
     * 90 % confidence interval of the mean per line: {@code mean ± t √v}, {@code v = D ÷ (D − 1) × Σ (y − mean n)² ÷ (Σ n)²}
     * over D days, t of D − 1 degrees of freedom: the ratio estimator of clusters of unequal sizes, W. G. Cochran, Sampling
     * Techniques, 3rd ed., Wiley 1977, chapter 9A.
     *
     * @return empty with fewer than {@value #LEAST_DAYS} days
     */
    Optional<Range> meanRange() {
        if (days < LEAST_DAYS) {
            return Optional.empty();
        }
        double variance = (double) days / (days - 1) * squaredDeviations() / ((double) lines * lines);
        double half = new TDistribution(null, days - 1).inverseCumulativeProbability(0.95) * Math.sqrt(variance);
        return Optional.of(new Range(mean() - half, mean() + half));
    }

    /** Ends of an interval. */
    record Range(double low, double high) {}
}
