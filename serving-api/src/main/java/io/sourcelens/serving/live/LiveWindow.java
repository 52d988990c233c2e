/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.live;

import io.sourcelens.serving.problem.Parameters;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * The last minutes, the running one included.
 *
 * @param end to the millisecond, as ClickHouse is asked
 */
record LiveWindow(int minutes, Instant start, Instant end) {
    static final int MOST = 60;

    private static final DateTimeFormatter PARAMETER =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    static LiveWindow until(Instant end, int minutes) {
        Parameters.requireBetween("window_minutes", minutes, 1, MOST);
        return new LiveWindow(
                minutes,
                end.truncatedTo(ChronoUnit.MINUTES).minus(minutes - 1L, ChronoUnit.MINUTES),
                end.truncatedTo(ChronoUnit.MILLIS));
    }

    String startParameter() {
        return PARAMETER.format(start);
    }

    /** Start of the window of as many minutes before this one. */
    String previousStartParameter() {
        return PARAMETER.format(start.minus(minutes, ChronoUnit.MINUTES));
    }

    String endParameter() {
        return PARAMETER.format(end);
    }
}
