/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.fulfilment;

import org.apache.commons.math3.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/** A figure with the ends of its 90 % interval; null what the evidence does not reach. */
record Estimate(
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high) {
    static final Estimate UNKNOWN = new Estimate(null, null, null);

    /** Of the standard normal distribution: leaves 5 % on either side. */
    static final double Z = 1.6448536269514722;

    /** The same of Student's distribution. */
    static double t(int degreesOfFreedom) {
        return new TDistribution(null, degreesOfFreedom).inverseCumulativeProbability(0.95);
    }
}
