/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.supplier;

import java.util.List;

/**
 * How events of one supplier fall on days, with n trials and k events on each: what tells how much the trials of a day succeed
 * or fail together. Whole numbers, so that no order of adding matters.
 *
 * @param trials Σ n
 * @param events Σ k
 * @param trialsSquared Σ n²
 * @param trialsCubed Σ n³
 * @param eventsSquared Σ k²
 * @param eventsByTrials Σ k n
 */
record DayClusters(
        long trials, long events, long trialsSquared, long trialsCubed, long eventsSquared, long eventsByTrials) {

    /**
     * Correlation of two trials of one supplier and day, common to its peers: by moments, the sum of {@code (k − p n)²} less
     * what independent trials let expect, over what it grows by with the correlation. A. Donner, A review of inference
     * procedures for the intraclass correlation coefficient in the one-way random effects model, International Statistical
     * Review 54 (1986), 67–82.
     *
     * @return 0 to 1; 0 if nothing is known of it
     */
    static double correlation(List<DayClusters> peers) {
        double found = 0;
        double grows = 0;
        for (DayClusters supplier : peers) {
            if (supplier.trials > 1) {
                found += supplier.squaredDeviations() - supplier.varianceOfOne() * supplier.ofIndependent();
                grows += supplier.varianceOfOne() * supplier.growth();
            }
        }
        return grows > 0 ? Math.min(Math.max(found / grows, 0), 1) : 0;
    }

    /**
     * As many independent trials would tell as much: counts divided by the design effect {@code 1 + ρ (Σ n² ÷ Σ n − 1)}. J. N. K.
     * Rao and A. J. Scott, A simple method for the analysis of clustered binary data, Biometrics 48 (1992), 577–585.
     *
     * @param count of these trials, or of a part of them
     */
    BetaPrior.Count independent(BetaPrior.Count count, double correlation) {
        double effect = trials == 0 ? 1 : 1 + correlation * ((double) trialsSquared / trials - 1);
        return new BetaPrior.Count(count.events() / effect, count.trials() / effect);
    }

    private double rate() {
        return (double) events / trials;
    }

    private double squaredDeviations() {
        return eventsSquared - 2 * rate() * eventsByTrials + rate() * rate() * trialsSquared;
    }

    /** p (1 − p), without bias where trials are independent. */
    private double varianceOfOne() {
        return rate() * (1 - rate()) * trials / (trials - 1);
    }

    private double ofIndependent() {
        return trials - (double) trialsSquared / trials;
    }

    /** Expected squared deviations per correlation and variance of one trial; the rate is estimated from the same days. */
    private double growth() {
        double n = trials;
        return (trialsSquared - n) * (1 + trialsSquared / (n * n)) - 2 * (trialsCubed - trialsSquared) / n;
    }
}
