/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.score;

import org.jspecify.annotations.Nullable;

/**
 * What a component counts for, and from which figure to which.
 *
 * @param best figure from which on it gives everything
 * @param worst figure from which on it gives nothing; above or below best
 */
record Scale(double weight, double best, double worst) {
    Scale {
        if (!(weight > 0 && Double.isFinite(weight) && Double.isFinite(best) && Double.isFinite(worst))
                || best == worst) {
            throw new IllegalArgumentException(
                    "Cannot use scale from %s to %s with weight %s: it needs two ends and a weight above 0"
                            .formatted(best, worst, weight));
        }
    }

    /** From 0 to 1. */
    double share(double figure) {
        return Math.min(1, Math.max(0, (worst - figure) / (worst - best)));
    }

    /** At the worse end of an interval; an end that the evidence does not reach may be anywhere. */
    double pessimisticShare(@Nullable Double low, @Nullable Double high) {
        Double end = worst > best ? high : low;
        return end == null ? 0 : share(end);
    }

    /** At the better end of an interval. */
    double optimisticShare(@Nullable Double low, @Nullable Double high) {
        Double end = worst > best ? low : high;
        return end == null ? 1 : share(end);
    }
}
