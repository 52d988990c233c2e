/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.forecast;

/**
 * What is believed of a supplier's rate.
 *
 * @param logits of each stratum, as expected
 * @param shares of each stratum in the trials
 * @param variance of the logits, which move together, at a level of the marketplace that is known
 */
record RateBelief(double[] logits, double[] shares, double variance) {
    /**
     * Over what is not known.
     *
     * @param level of the marketplace, less the usual one; on the logit
     * @param more variance of the logits
     */
    RateMoments moments(double level, double more) {
        double[] moved = logits.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += level;
        }
        return RateMoments.of(moved, shares, Math.sqrt(variance + more));
    }
}
