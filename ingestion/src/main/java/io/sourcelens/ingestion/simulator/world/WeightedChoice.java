/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.world;

import java.util.Arrays;

/** Draws indices in proportion to their weights. */
public final class WeightedChoice {
    private final double[] cumulative;

    public WeightedChoice(double[] weights) {
        cumulative = weights.clone();
        Arrays.parallelPrefix(cumulative, Double::sum);
        if (cumulative.length == 0 || !(total() > 0)) {
            throw new IllegalArgumentException("Cannot draw from weights that are all zero: " + weights.length);
        }
    }

    public double total() {
        return cumulative[cumulative.length - 1];
    }

    public int draw(Randomness randomness) {
        int found = Arrays.binarySearch(cumulative, randomness.nextDouble() * total());
        int index = found >= 0 ? found + 1 : -found - 1;
        return Math.min(index, cumulative.length - 1);
    }
}
