/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

import io.sourcelens.batch.forecast.DueCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reliability curve: of parcels with about the same probability, how many were late. Ten bins of a tenth each. */
final class Reliability {
    private static final int BINS = 10;

    private final double[] foretold = new double[BINS];
    private final long[] late = new long[BINS];
    private final long[] parcels = new long[BINS];

    void add(double probability, DueCount count) {
        int bin = Math.min(BINS - 1, (int) (probability * BINS));
        foretold[bin] += probability * count.due();
        late[bin] += count.late();
        parcels[bin] += count.due();
    }

    /** One line a bin that has parcels. */
    List<String> lines(String target) {
        List<String> lines = new ArrayList<>();
        lines.add("reliability of %s: foretold, observed, parcels".formatted(target));
        for (int bin = 0; bin < BINS; bin++) {
            if (parcels[bin] > 0) {
                lines.add(String.format(
                        Locale.ROOT,
                        "  %.3f  %.3f  %,d",
                        foretold[bin] / parcels[bin],
                        (double) late[bin] / parcels[bin],
                        parcels[bin]));
            }
        }
        return lines;
    }
}
