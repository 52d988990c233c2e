/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.margin;

import io.sourcelens.serving.problem.InvalidParameterException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Days of the marketplace, both included. */
record Period(LocalDate from, LocalDate to) {
    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 184;
    /** ClickHouse's Date32 ends at 2299. */
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    private static final LocalDate LAST = LocalDate.of(2299, 12, 31);

    Period {
        if (from.isAfter(to) || from.isBefore(FIRST) || to.isAfter(LAST)) {
            throw new InvalidParameterException("Cannot use from=%s and to=%s; from comes first, between %s and %s"
                    .formatted(from, to, FIRST, LAST));
        }
        if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw new InvalidParameterException(
                    "Cannot show %s to %s at once; ask for %d days at most".formatted(from, to, MOST_DAYS));
        }
    }

    /** Without an end, up to the newest day that is known; without a start, 30 days. */
    static Period of(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate latest) {
        LocalDate end = to == null ? latest : to;
        return new Period(from == null ? end.minusDays(USUAL_DAYS - 1L) : from, end);
    }
}
