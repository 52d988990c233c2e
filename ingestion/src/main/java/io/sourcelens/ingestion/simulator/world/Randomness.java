/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.world;

import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.random.AbstractRandomGenerator;

/** A stream of random draws that depends on nothing but a seed and the labels of what it is for. */
public final class Randomness extends AbstractRandomGenerator {
    private SplittableRandom source;

    private Randomness(long seed) {
        this.source = new SplittableRandom(seed);
    }

    public static Randomness of(long seed, String purpose, long... labels) {
        long mixed = mix(seed ^ mix(purpose.hashCode()));
        for (long label : labels) {
            mixed = mix(mixed ^ mix(label));
        }
        return new Randomness(mixed);
    }

    /** Finaliser of SplitMix64. */
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    @Override
    public void setSeed(long seed) {
        clear();
        source = new SplittableRandom(seed);
    }

    @Override
    public double nextDouble() {
        return source.nextDouble();
    }

    public boolean chance(double probability) {
        return nextDouble() < probability;
    }

    public double between(double low, double high) {
        return low + (high - low) * nextDouble();
    }

    /** A whole number from {@code low} to {@code high}, both included. */
    public int wholeBetween(int low, int high) {
        return low + source.nextInt(high - low + 1);
    }

    public double logNormal(double median, double sigma) {
        return median * Math.exp(sigma * nextGaussian());
    }

    public double exponential(double mean) {
        return -mean * Math.log1p(-nextDouble());
    }

    public double gamma(double shape, double scale) {
        return new GammaDistribution(this, shape, scale).sample();
    }

    /** A Beta draw with that mean; the greater the concentration, the closer to it. */
    public double beta(double mean, double concentration) {
        return new BetaDistribution(this, mean * concentration, (1 - mean) * concentration).sample();
    }

    public <T> T pick(List<T> choices) {
        return choices.get(source.nextInt(choices.size()));
    }
}
