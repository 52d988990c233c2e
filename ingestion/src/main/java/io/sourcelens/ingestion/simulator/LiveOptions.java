/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How live traffic runs.
 *
 * @param rate new orders per second on average
 * @param duration when to end by itself; {@code null} for never
 * @param seed of what is ordered; {@code null} for the history's
 */
record LiveOptions(
        double rate, @Nullable Duration duration, @Nullable Long seed) {
    LiveOptions {
        if (!(rate >= 0) || rate > 1_000) {
            throw new SimulatorException(
                    "Cannot run live traffic at %s orders per second: ask for 0 to 1000".formatted(rate));
        }
    }
}
