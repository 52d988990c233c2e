/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.forecast;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.special.Beta;

/**
 * Distribution of the share of events that will be observed in a number of trials: Beta-Binomial.
 *
 * @param mean expected share
 * @param correlation of any two trials, above 0 and below 1: from what is not known of the rate and from trials that go together
 */
record ObservedRate(double mean, double correlation) {
    /** With more trials the shares lie so close together that a Beta distribution of the same variance does. */
    private static final long MANY = 2_000;

    /** The smallest share of the trials that is not exceeded with the probability. */
    double quantile(double probability, long trials) {
        if (trials > MANY) {
            // Variance of the share: of the rate, and of so many trials at it.
            double strength = 1 / (correlation + (1 - correlation) / trials) - 1;
            return new BetaDistribution(null, mean * strength, (1 - mean) * strength)
                    .inverseCumulativeProbability(probability);
        }
        double strength = 1 / correlation - 1;
        double alpha = mean * strength;
        double beta = (1 - mean) * strength;
        double logOfNone = Beta.logBeta(alpha, trials + beta) - Beta.logBeta(alpha, beta);
        double log = logOfNone;
        double sum = Math.exp(log);
        long events = 0;
        while (sum < probability && events < trials) {
            log += Math.log(((trials - events) * (events + alpha)) / ((events + 1) * (trials - events - 1 + beta)));
            events++;
            sum += Math.exp(log);
        }
        return (double) events / trials;
    }
}
