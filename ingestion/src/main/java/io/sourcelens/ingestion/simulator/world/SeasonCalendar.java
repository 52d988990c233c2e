/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.world;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import java.util.Set;

/** How much more or less people buy on a day and at an hour than on an ordinary one. */
public final class SeasonCalendar {
    private static final Map<MonthDay, Double> FESTIVALS = Map.ofEntries(
            Map.entry(MonthDay.of(1, 1), 1.2),
            Map.entry(MonthDay.of(3, 8), 1.6),
            Map.entry(MonthDay.of(5, 1), 1.2),
            Map.entry(MonthDay.of(6, 18), 2.6),
            Map.entry(MonthDay.of(9, 9), 1.4),
            Map.entry(MonthDay.of(10, 1), 1.25),
            Map.entry(MonthDay.of(11, 1), 1.7),
            Map.entry(MonthDay.of(11, 11), 3.4),
            Map.entry(MonthDay.of(12, 12), 2.2));

    /** First days of the lunar year: hardly anyone ships. */
    private static final Set<LocalDate> SPRING_FESTIVALS = Set.of(
            LocalDate.of(2025, 1, 29),
            LocalDate.of(2026, 2, 17),
            LocalDate.of(2027, 2, 6),
            LocalDate.of(2028, 1, 26),
            LocalDate.of(2029, 2, 13),
            LocalDate.of(2030, 2, 3));

    private static final Map<DayOfWeek, Double> WEEKDAYS = Map.of(
            DayOfWeek.MONDAY, 1.02,
            DayOfWeek.TUESDAY, 1.0,
            DayOfWeek.WEDNESDAY, 0.98,
            DayOfWeek.THURSDAY, 0.96,
            DayOfWeek.FRIDAY, 0.95,
            DayOfWeek.SATURDAY, 1.12,
            DayOfWeek.SUNDAY, 1.2);

    private static final double[] HOURS = {
        2.2, 1.2, 0.7, 0.4, 0.4, 0.6, 1.2, 2.2, 3.6, 5.2, 6.1, 5.8, 5.4, 5.0, 5.1, 5.2, 5.0, 4.6, 4.9, 6.2, 7.6, 8.2,
        7.0, 4.6
    };

    /** Multiplier of a day's demand. */
    public double demand(LocalDate day) {
        return WEEKDAYS.get(day.getDayOfWeek()) * festival(day);
    }

    /** Multiplier of a festival: the day itself, some before its eve, and the quiet after it. */
    public double festival(LocalDate day) {
        if (SPRING_FESTIVALS.stream().anyMatch(newYear -> near(day, newYear))) {
            return 0.35;
        }
        double today = lift(day);
        double eve = 1 + 0.35 * (lift(day.plusDays(1)) - 1);
        double dayAfter = 1 - 0.08 * (lift(day.minusDays(1)) - 1);
        return Math.max(today, eve) * dayAfter;
    }

    public boolean isFestival(LocalDate day) {
        return lift(day) > 1;
    }

    /** Weights of the 24 hours of a marketplace day. */
    public double[] hours() {
        return HOURS.clone();
    }

    /** Share of a day's demand before a fraction of an hour of the day. */
    public double shareBefore(double hour) {
        double before = 0;
        double total = 0;
        for (int i = 0; i < HOURS.length; i++) {
            before += HOURS[i] * Math.min(1, Math.max(0, hour - i));
            total += HOURS[i];
        }
        return before / total;
    }

    private static double lift(LocalDate day) {
        return FESTIVALS.getOrDefault(MonthDay.from(day), 1.0);
    }

    private static boolean near(LocalDate day, LocalDate newYear) {
        return !day.isBefore(newYear.minusDays(3)) && !day.isAfter(newYear.plusDays(5));
    }
}
