/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import java.util.Arrays;

/** The smallest value that is not exceeded by a share of all. */
final class Quantile {
    private Quantile() {}

    static double of(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
