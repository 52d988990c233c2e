/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reliability curve: of cases with about the same probability, to how many it happened. Ten bins of a tenth each. */
final class Reliability {
    private static final int BINS = 10;

    private final double[] foretold = new double[BINS];
    private final long[] happened = new long[BINS];
    private final long[] cases = new long[BINS];

    /** Adds cases of one probability, and to how many of them it happened. */
    void add(double probability, long number, long toHowMany) {
        int bin = Math.min(BINS - 1, (int) (probability * BINS));
        foretold[bin] += probability * number;
        happened[bin] += toHowMany;
        cases[bin] += number;
    }

    /** One line a bin that has cases. */
    List<String> lines(String target, String unit) {
        List<String> lines = new ArrayList<>();
        lines.add("reliability of %s: foretold, observed, %s".formatted(target, unit));
        for (int bin = 0; bin < BINS; bin++) {
            if (cases[bin] > 0) {
                lines.add(String.format(
                        Locale.ROOT,
                        "  %.3f  %.3f  %,d",
                        foretold[bin] / cases[bin],
                        (double) happened[bin] / cases[bin],
                        cases[bin]));
            }
        }
        return lines;
    }
}
