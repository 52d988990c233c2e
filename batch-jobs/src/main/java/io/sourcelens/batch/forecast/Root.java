/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.forecast;

import java.util.function.DoubleUnaryOperator;

/** Where a falling function crosses 0. */
final class Root {
    private Root() {}

    /** Within {@code accuracy}; an end of the range, if it crosses beyond that. */
    static double of(DoubleUnaryOperator falling, double from, double to, double accuracy) {
        double low = from;
        double high = to;
        if (falling.applyAsDouble(low) <= 0) {
            return low;
        }
        while (high - low > accuracy) {
            double middle = (low + high) / 2;
            if (falling.applyAsDouble(middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
