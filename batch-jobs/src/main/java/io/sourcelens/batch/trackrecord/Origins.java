/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** The days from which is foretold; each stands for its first instant in the zone of the marketplace. */
public final class Origins {
    private Origins() {}

    /**
     * From the first Monday on that has enough days behind it, those whose horizon ends before today, which is not over.
     *
     * @param firstDay first day of the data
     */
    public static List<LocalDate> of(BacktestPlan plan, LocalDate firstDay, int daysBehind) {
        LocalDate possible = firstDay.plusDays(daysBehind);
        LocalDate wanted = plan.from() == null || plan.from().isBefore(possible) ? possible : plan.from();
        LocalDate last = plan.marketplace().today().minusDays(plan.horizonDays());
        if (plan.to() != null && plan.to().isBefore(last)) {
            last = plan.to();
        }
        List<LocalDate> origins = new ArrayList<>();
        LocalDate origin = wanted.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        while (!origin.isAfter(last)) {
            origins.add(origin);
            origin = origin.plusDays(plan.stepDays());
        }
        return origins;
    }
}
