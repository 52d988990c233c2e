/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.forecast;

import static org.apache.spark.sql.functions.date_diff;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.apache.spark.sql.Column;

/**
 * Days before an origin, cut into periods from the newest on. A period is as long as the horizon, for what moves between
 * periods is what the next one may differ by; a third of it where history has too few of that length to see any movement.
 *
 * @param origin first day that is not known
 * @param first day of the oldest evidence
 * @param days of a period
 */
public record Periods(LocalDate origin, LocalDate first, int days) {
    private static final int LEAST_PERIODS = 6;
    private static final int LEAST_EVIDENCE_DAYS = 360;
    private static final int EVIDENCE_HORIZONS = 4;
    private static final int MIX_DAYS = 90;

    /** @param oldest first day with a trial; on or before the day before the origin */
    public static Periods before(LocalDate origin, LocalDate oldest, int horizonDays) {
        LocalDate since = origin.minusDays(evidenceDays(horizonDays));
        LocalDate first = oldest.isAfter(since) ? oldest : since;
        long history = ChronoUnit.DAYS.between(first, origin);
        int days = history >= (long) LEAST_PERIODS * horizonDays ? horizonDays : Math.max(1, horizonDays / 3);
        return new Periods(origin, first, days);
    }

    /** Older evidence is of other suppliers that bear the same names. */
    public static int evidenceDays(int horizonDays) {
        return Math.max(LEAST_EVIDENCE_DAYS, EVIDENCE_HORIZONS * horizonDays);
    }

    /** Days of all of them. */
    public int evidenceDays() {
        return (int) ChronoUnit.DAYS.between(first, origin);
    }

    /** Days that come, as one period: to count what became of a forecast. */
    public static Periods after(LocalDate origin, int horizonDays) {
        return new Periods(origin.plusDays(horizonDays), origin, horizonDays);
    }

    /** 0 for the newest; the day is one of the evidence. */
    public int ago(LocalDate day) {
        return (int) (ChronoUnit.DAYS.between(day, origin) - 1) / days;
    }

    /** The same of a column. */
    Column ago(Column day) {
        return floor(date_diff(lit(origin.minusDays(1)), day).divide(days)).cast("int");
    }

    /** Whether a day is one of the evidence. */
    Column hold(Column day) {
        return day.geq(lit(first)).and(day.lt(lit(origin)));
    }

    /** How many of the newest periods tell of which kinds trials are and how many. */
    int ofMix(int horizonDays) {
        int wanted = (Math.max(MIX_DAYS, horizonDays) + days - 1) / days;
        return Math.min(wanted, (evidenceDays() + days - 1) / days);
    }
}
