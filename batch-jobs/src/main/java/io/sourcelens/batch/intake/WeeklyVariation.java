/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.intake;

import java.util.List;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.math3.stat.StatUtils;

/**
 * How much weekly orders of subjects of one kind vary, learnt from all of them: eight weeks of one alone tell little. The more
 * alike they are, the more each is judged by what is usual.
 *
 * @param dispersion variance of a week ÷ its mean that is usual
 * @param freedom degrees of freedom that this is worth beside the subject's own; 0 if nothing is known
 */
record WeeklyVariation(double dispersion, double freedom) {
    static final WeeklyVariation UNKNOWN = new WeeklyVariation(1, 0);

    /** Fewer do not tell how alike they are. */
    private static final int LEAST_SUBJECTS = 10;
    /** Beyond it Student's t is as good as normal. */
    private static final double MOST_FREEDOM = 1_000;
    /** Even weeks have no logarithm; of whole orders none are that even but by chance. */
    private static final double LEAST_DISPERSION = 0.01;

    private static final double OWN_FREEDOM = Growth.FREEDOM;

    /**
     * The scaled inverse chi-squared prior of the dispersions, by the moments of their logarithms. G. K. Smyth, Linear models and
     * empirical Bayes methods for assessing differential expression in microarray experiments, Statistical Applications in
     * Genetics and Molecular Biology 3 (2004), article 3, section 6.2; of counts with a dispersion: S. P. Lund and others, in
     * volume 11 (2012), issue 5, article 8.
     *
     * @param subjects orders of eight weeks of each, the newest first
     */
    static WeeklyVariation of(List<long[]> subjects) {
        double[] logs = subjects.stream()
                .filter(Growth::isEnough)
                .mapToDouble(orders -> Math.log(Math.max(LEAST_DISPERSION, Growth.dispersion(orders))))
                .sorted()
                .toArray();
        if (logs.length < LEAST_SUBJECTS) {
            return UNKNOWN;
        }
        double mean = StatUtils.mean(logs) - bias(OWN_FREEDOM);
        double beyondChance = StatUtils.variance(logs) - Gamma.trigamma(OWN_FREEDOM / 2);
        double freedom = Math.min(MOST_FREEDOM, freedom(beyondChance));
        return new WeeklyVariation(Math.exp(mean + bias(freedom)), freedom);
    }

    /** Expected logarithm of a chi-squared variable ÷ its degrees of freedom. */
    private static double bias(double freedom) {
        return Gamma.digamma(freedom / 2) - Math.log(freedom / 2);
    }

    /** At which the logarithm varies as much: trigamma falls, so by halving. */
    private static double freedom(double variance) {
        double low = 0.01;
        double high = MOST_FREEDOM;
        for (int i = 0; i < 60; i++) {
            double middle = Math.sqrt(low * high);
            if (Gamma.trigamma(middle / 2) > variance) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** The subject's own and what is usual, each by its degrees of freedom; whole orders vary at least as Poisson counts. */
    double dispersionOf(long[] orders) {
        double own = Growth.dispersion(orders);
        return Math.max(1, (freedom * dispersion + OWN_FREEDOM * own) / freedomOf());
    }

    double freedomOf() {
        return freedom + OWN_FREEDOM;
    }
}
