/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.stock;

import org.apache.commons.math3.special.Beta;

/**
 * A negative binomial distribution of a count, by its mean and variance: with {@code size = mean² ÷ (variance − mean)} the
 * probability of k or more is the regularised incomplete Beta function {@code I(mean ÷ (size + mean); k, size)}
 * (Johnson, Kemp and Kotz, Univariate Discrete Distributions, 3rd ed., section 5.3).
 */
record NegativeBinomial(double mean, double variance) {
    /** Below this the distribution is a Poisson one for every purpose here, and its size would have no end. */
    private static final double LEAST_DISPERSION = 1.01;
    /** Further out than so many standard deviations is never. */
    private static final double NEVER = 12;

    NegativeBinomial {
        variance = Math.max(variance, LEAST_DISPERSION * mean);
    }

    /** Probability of that many or more. */
    double atLeast(int count) {
        if (count <= 0) {
            return 1;
        }
        if (mean <= 0 || count > mean + NEVER * Math.sqrt(variance) + NEVER) {
            return 0;
        }
        double size = mean * mean / (variance - mean);
        return Beta.regularizedBeta(mean / (size + mean), count, size);
    }

    /** The smallest count that is not exceeded with that probability. */
    int quantile(double probability) {
        int above = 1;
        while (atLeast(above) > 1 - probability) {
            above *= 2;
        }
        int low = 0;
        while (low < above) {
            int middle = (low + above) >>> 1;
            if (atLeast(middle + 1) <= 1 - probability) {
                above = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
