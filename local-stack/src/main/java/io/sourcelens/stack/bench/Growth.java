/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import java.util.Arrays;

/** Whether something goes on growing. */
final class Growth {
    private Growth() {}

    /**
     * The peak of the last third of the samples against that of the second: by then what fills up at the start has filled
     * up. About 1 for what is bounded; 1.5 for what grows at a steady rate from nothing.
     */
    static double ofPeaks(double... samples) {
        if (samples.length < 3) {
            throw new IllegalArgumentException(
                    "Cannot tell growth from %d samples: at least 3 are needed; measure longer"
                            .formatted(samples.length));
        }
        int third = samples.length / 3;
        int last = samples.length - third;
        return peak(samples, last, samples.length) / peak(samples, last - third, last);
    }

    private static double peak(double[] samples, int from, int to) {
        return Arrays.stream(samples, from, to).max().orElseThrow();
    }
}
