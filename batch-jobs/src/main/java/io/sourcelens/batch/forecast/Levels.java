/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.forecast;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How much the marketplace's level over several periods varies: where periods are independent, their mean varies by as
 * much less as they are many; where good and bad times last, by less than that. By means of overlapping batches: M. S. Meketon,
 * B. Schmeiser, Overlapping batch means, Proceedings of the Winter Simulation Conference 1984, 227–230.
 */
final class Levels {
    private Levels() {}

    /**
     * Variance of the mean of several periods, of one period's: from 1 ÷ batch to 1. As if one batch of independent
     * periods had been seen before.
     *
     * @param effects in order of time
     */
    static double share(double[] effects, int batch) {
        double own =
                Arrays.stream(effects).map(effect -> effect * effect).average().orElse(0);
        int batches = effects.length - batch + 1;
        if (batches <= 0 || own == 0) {
            return 1.0 / batch;
        }
        double together = IntStream.range(0, batches)
                .mapToDouble(first ->
                        Arrays.stream(effects, first, first + batch).average().orElseThrow())
                .map(mean -> mean * mean)
                .average()
                .orElseThrow();
        double seen = (double) effects.length / batch;
        double share = (seen * together / own + 1.0 / batch) / (seen + 1);
        return Math.min(Math.max(share, 1.0 / batch), 1);
    }
}
