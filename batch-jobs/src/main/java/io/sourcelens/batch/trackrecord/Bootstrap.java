/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

import java.util.Arrays;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * Intervals of a mean over origins, by the circular block bootstrap: blocks of neighbouring origins are drawn, because
 * neighbours are alike (Politis and Romano, "A circular block-resampling procedure for stationary data", 1992; percentile
 * interval of Efron, 1981). The same values always give the same interval.
 */
public final class Bootstrap {
    /** With fewer origins an interval would say more than is known. */
    static final int LEAST_ORIGINS = 8;

    private static final int RESAMPLES = 4_000;
    private static final long SEED = 20_260_301;
    private static final double TAIL_PERCENT = 2.5;

    private final int blockLength;

    private Bootstrap(int blockLength) {
        this.blockLength = blockLength;
    }

    /**
     * For values of origins in their order. A block holds all origins whose horizons overlap, and at least as many as the
     * cube root of their number: the rate of Hall, Horowitz and Jing, "On blocking rules for the bootstrap with dependent
     * data" (1995), since weeks that do not overlap are alike too.
     */
    public static Bootstrap of(int origins, int horizonDays, int stepDays) {
        int overlapping = (horizonDays + stepDays - 1) / stepDays;
        return new Bootstrap(Math.max(overlapping, (int) Math.round(Math.cbrt(origins))));
    }

    /** Mean of values, of which there is at least one, with its interval. */
    public Interval mean(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        if (values.length < Math.max(LEAST_ORIGINS, 2 * blockLength)) {
            return new Interval(mean, null, null);
        }
        RandomGenerator random = new Well19937c(SEED);
        double[] means = new double[RESAMPLES];
        Arrays.setAll(means, any -> resampledMean(values, random));
        Percentile percentile = new Percentile();
        percentile.setData(means);
        return new Interval(mean, percentile.evaluate(TAIL_PERCENT), percentile.evaluate(100 - TAIL_PERCENT));
    }

    private double resampledMean(double[] values, RandomGenerator random) {
        double sum = 0;
        int start = 0;
        for (int i = 0; i < values.length; i++) {
            int within = i % blockLength;
            if (within == 0) {
                start = random.nextInt(values.length);
            }
            sum += values[(start + within) % values.length];
        }
        return sum / values.length;
    }
}
