/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.forecast;

import static io.sourcelens.batch.forecast.CrossedEffects.logistic;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/** Mean of a rate and of its square over what is not known of its logit. */
record RateMoments(double mean, double square) {
    private static final int NODES = 20;
    private static final double[] POINTS = new double[NODES];
    private static final double[] WEIGHTS = new double[NODES];

    static {
        GaussIntegrator hermite = new GaussIntegratorFactory().hermite(NODES);
        for (int i = 0; i < NODES; i++) {
            POINTS[i] = hermite.getPoint(i) * Math.sqrt(2);
            WEIGHTS[i] = hermite.getWeight(i) / Math.sqrt(Math.PI);
        }
    }

    /**
     * Of a rate over strata.
     *
     * @param logits of each stratum, as expected
     * @param shares of each stratum in the trials
     * @param deviation of the logits, which move together
     */
    static RateMoments of(double[] logits, double[] shares, double deviation) {
        double mean = 0;
        double square = 0;
        for (int node = 0; node < NODES; node++) {
            double rate = 0;
            for (int i = 0; i < logits.length; i++) {
                rate += shares[i] * logistic(logits[i] + deviation * POINTS[node]);
            }
            mean += WEIGHTS[node] * rate;
            square += WEIGHTS[node] * rate * rate;
        }
        return new RateMoments(mean, square);
    }

    /** Variance of the rate. */
    double variance() {
        return square - mean * mean;
    }

    /** Variance of one trial at a rate that is known, on average. */
    double ofOne() {
        return mean - square;
    }
}
