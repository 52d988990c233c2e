/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.supplier;

import java.util.List;
import org.apache.commons.math3.distribution.BetaDistribution;

/**
 * How a rate is spread over the suppliers of a category: the prior of the empirical-Bayes Beta-Binomial model.
 *
 * <p>Takes trials as independent: where they are not, hand over counts of as many that would be.
 *
 * @param alpha pseudo-count of events
 * @param beta pseudo-count of non-events
 */
public record BetaPrior(double alpha, double beta) {
    /** Where a category has fewer than two suppliers with evidence, nothing is known of the spread. */
    static final BetaPrior JEFFREYS = new BetaPrior(0.5, 0.5);

    private static final int REWEIGHTINGS = 20;

    public BetaPrior {
        if (!(alpha > 0 && beta > 0)) {
            throw new IllegalArgumentException("Cannot use Beta prior: %s, %s".formatted(alpha, beta));
        }
    }

    /** Events among trials of one supplier; parts of one if trials are not independent and count for less. */
    public record Count(double events, double trials) {
        public double rate() {
            return events / trials;
        }
    }

    /**
     * Fits mean and intraclass correlation by moments with weights {@code n ÷ (1 + (n − 1)ρ)}, repeated until they agree:
     * J. C. Kleinman, Proportions with extraneous variance: single and independent samples, JASA 68 (1973), 46–54. The
     * strength of the prior, {@code 1/ρ − 1}, is kept between 1 and the number of all trials: more than what was seen
     * can't be known.
     */
    public static BetaPrior fit(List<Count> counts) {
        List<Count> seen = counts.stream().filter(count -> count.trials() > 0).toList();
        if (seen.size() < 2) {
            return JEFFREYS;
        }
        double trials = seen.stream().mapToDouble(Count::trials).sum();
        double events = seen.stream().mapToDouble(Count::events).sum();
        double mean = (events + 0.5) / (trials + 1);
        double correlation = 1 / (trials + 1);
        if (events > 0 && events < trials) {
            for (int i = 0; i < REWEIGHTINGS; i++) {
                double[] fitted = moments(seen, i == 0 ? 0 : correlation);
                mean = fitted[0];
                correlation = Math.min(Math.max(fitted[1], 1 / (trials + 1)), 0.5);
            }
        }
        double strength = 1 / correlation - 1;
        return new BetaPrior(mean * strength, (1 - mean) * strength);
    }

    private static double[] moments(List<Count> counts, double correlation) {
        double weights = 0;
        double weighted = 0;
        for (Count count : counts) {
            weights += weight(count, correlation);
            weighted += weight(count, correlation) * count.rate();
        }
        double mean = weighted / weights;
        double spread = 0;
        double binomial = 0;
        double between = 0;
        for (Count count : counts) {
            double weight = weight(count, correlation);
            spread += weight * (count.rate() - mean) * (count.rate() - mean);
            binomial += weight / count.trials() * (1 - weight / weights);
            between += weight * (1 - weight / weights);
        }
        double variance = mean * (1 - mean);
        double excess = variance * (between - binomial);
        return new double[] {mean, excess > 0 ? (spread - variance * binomial) / excess : 0};
    }

    private static double weight(Count count, double correlation) {
        return count.trials() / (1 + (count.trials() - 1) * correlation);
    }

    /** Mean of a rate before anything is known of the supplier. */
    public double mean() {
        return alpha / (alpha + beta);
    }

    /** What is believed of a supplier's rate after its own count. */
    public Estimate posterior(Count count) {
        double events = alpha + count.events();
        double others = beta + count.trials() - count.events();
        BetaDistribution posterior = new BetaDistribution(null, events, others);
        return new Estimate(
                events / (events + others),
                posterior.inverseCumulativeProbability(0.05),
                posterior.inverseCumulativeProbability(0.95));
    }

    /** Posterior mean with the ends of its 90 % credible interval. */
    public record Estimate(double mean, double low, double high) {}
}
