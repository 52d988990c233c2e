/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.distribution;

import java.util.List;

/**
 * How many times more the losses of days vary than those of as many independent lines. J. N. K. Rao, A. J. Scott, A simple
 * method for the analysis of clustered binary data, Biometrics 48 (1992), 577–585: counts divided by it can be treated as
 * counts of independent lines.
 */
final class DesignEffect {
    private DesignEffect() {}

    /**
     * Of all skus of a group together, for one sku has too few lines: {@code Σ Σ (y − p n)² ÷ Σ p(1 − p) N ÷ (N − 1) ×
     * (N − Σ n² ÷ N)}, with y losses among n lines of a day, N lines and the share p of losses of a sku. The denominator is
     * what independent lines let expect of the numerator; where lines go together and skus have few days it is too small, so
     * the effect errs to the safe side.
     *
     * @return at least 1, and 1 if nothing is known of it
     */
    static double of(List<DayTotals> losses) {
        double found = 0;
        double expected = 0;
        for (DayTotals sku : losses) {
            if (sku.days() > 1) {
                found += sku.squaredDeviations();
                expected += expected(sku);
            }
        }
        return expected == 0 ? 1 : Math.max(1, found / expected);
    }

    private static double expected(DayTotals sku) {
        double share = sku.mean();
        double lines = sku.lines();
        return share
                * (1 - share)
                * lines
                / (lines - 1)
                * (lines - sku.squaredLines().doubleValue() / lines);
    }
}
