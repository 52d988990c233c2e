/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.world;

/** Zipf–Mandelbrot weights: {@code 1 / (rank + shift)^exponent} for ranks from 1. */
public final class Zipf {
    private Zipf() {}

    public static double[] weights(int size, double shift, double exponent) {
        double[] weights = new double[size];
        for (int i = 0; i < size; i++) {
            weights[i] = Math.pow(i + 1 + shift, -exponent);
        }
        return weights;
    }

    /** The same weights in random order, so that an id says nothing about its rank. */
    static double[] shuffled(int size, double shift, double exponent, Randomness randomness) {
        double[] weights = weights(size, shift, exponent);
        for (int i = size - 1; i > 0; i--) {
            int other = randomness.wholeBetween(0, i);
            double swapped = weights[i];
            weights[i] = weights[other];
            weights[other] = swapped;
        }
        return weights;
    }
}
