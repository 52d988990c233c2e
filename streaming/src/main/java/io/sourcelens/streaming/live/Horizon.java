/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.live;

import java.time.Duration;
import org.apache.flink.api.common.state.StateTtlConfig;

/** How far back, and ahead of a clock that is wrong, orders are counted. */
final class Horizon {
    /** Twice the longest window that can be asked for, so that corrections of an hour-old order are seen. */
    static final Duration BACK = Duration.ofHours(2);

    /** A marketplace's clock may be ahead by this. */
    static final Duration AHEAD = Duration.ofMinutes(10);

    private static final int ROWS_CLEANED_PER_LOOK_AT_THE_CLOCK = 1_000;

    private Horizon() {}

    static boolean holds(long orderedAtMillis, long nowMillis) {
        return orderedAtMillis >= nowMillis - BACK.toMillis() && orderedAtMillis <= nowMillis + AHEAD.toMillis();
    }

    /** A line within the horizon was last written when it was ordered at the earliest: its state is still there. */
    static StateTtlConfig ofState() {
        return StateTtlConfig.newBuilder(BACK.plus(AHEAD).plus(AHEAD))
                .cleanupInRocksdbCompactFilter(ROWS_CLEANED_PER_LOOK_AT_THE_CLOCK)
                .build();
    }
}
