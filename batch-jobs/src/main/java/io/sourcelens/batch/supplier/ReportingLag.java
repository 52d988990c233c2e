/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.supplier;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * How much of what will be reported of a line is reported by its age. Slow reports of young lines are not seen yet (right
 * truncation), so shares are estimated backwards in time: S. W. Lagakos, L. M. Barraj, V. De Gruttola, Nonparametric analysis
 * of truncated survival data, Biometrika 75 (1988), 515–523.
 */
public final class ReportingLag {
    /** Fewer reports of lines whose return window has closed tell nothing of late ones. */
    private static final long LEAST_COMPLETE = 20;

    private final double[] reportedByDays;

    private ReportingLag(double[] reportedByDays) {
        this.reportedByDays = reportedByDays;
    }

    /**
     * Lines of one age whose first report came after as long.
     *
     * @param ageDays whole days from the order to as_of
     * @param lagDays whole days from the order to the report, less than the age
     */
    public record Reports(int ageDays, int lagDays, long lines) {}

    /**
     * The curve of a marketplace, or null where too few lines are old enough.
     *
     * @param windowDays after which nothing more is reported; reports after it count as its last day's
     */
    public static @Nullable ReportingLag of(Collection<Reports> reports, int windowDays) {
        long complete = reports.stream()
                .filter(report -> report.ageDays() >= windowDays)
                .mapToLong(Reports::lines)
                .sum();
        if (complete < LEAST_COMPLETE) {
            return null;
        }
        double[] reported = new double[windowDays + 1];
        reported[windowDays] = 1;
        for (int lag = windowDays - 1; lag >= 0; lag--) {
            long then = 0;
            long until = 0;
            for (Reports report : reports) {
                int reportLag = Math.min(report.lagDays(), windowDays - 1);
                boolean atRisk = report.ageDays() > lag && reportLag <= lag;
                until += atRisk ? report.lines() : 0;
                then += atRisk && reportLag == lag ? report.lines() : 0;
            }
            reported[lag] = until == 0 ? reported[lag + 1] : reported[lag + 1] * (1 - (double) then / until);
        }
        return new ReportingLag(reported);
    }

    /**
     * Share reported of a day's lines, which come as early as late in it.
     *
     * @param daysAgo 0 for today
     * @param daysOfToday how much of today has passed, 0 to 1
     */
    public double reportedOf(int daysAgo, double daysOfToday) {
        return reportedBy(daysAgo == 0 ? daysOfToday / 2 : daysAgo + daysOfToday - 0.5);
    }

    /** Share reported by an age in days, from 0 to 1; days between are interpolated. */
    public double reportedBy(double days) {
        int last = reportedByDays.length - 1;
        if (days <= 0 || days >= last) {
            return days <= 0 ? 0 : 1;
        }
        int whole = (int) days;
        return reportedByDays[whole] + (days - whole) * (reportedByDays[whole + 1] - reportedByDays[whole]);
    }
}
