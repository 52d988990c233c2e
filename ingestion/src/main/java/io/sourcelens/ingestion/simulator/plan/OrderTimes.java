/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.plan;

import io.sourcelens.ingestion.simulator.world.Randomness;
import io.sourcelens.ingestion.simulator.world.SeasonCalendar;
import io.sourcelens.ingestion.simulator.world.WeightedChoice;
import io.sourcelens.ingestion.simulator.world.WorldOptions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Spreads demand over the days of the history and over the hours of a day. */
final class OrderTimes {
    private static final double NOISE = 0.06;

    private final WorldOptions options;
    private final SeasonCalendar calendar;

    OrderTimes(WorldOptions options, SeasonCalendar calendar) {
        this.options = options;
        this.calendar = calendar;
    }

    /** Order lines of each day; together as many as were asked for. */
    List<Integer> linesPerDay() {
        Randomness randomness = Randomness.of(options.seed(), "lines per day");
        double[] weights = new double[options.days()];
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = calendar.demand(options.firstDay().plusDays(i)) * randomness.logNormal(1, NOISE);
            weights[i] *= i == weights.length - 1 ? calendar.shareBefore(lastHour()) : 1;
            total += weights[i];
        }
        List<Integer> lines = new ArrayList<>();
        double before = 0;
        for (double weight : weights) {
            long from = Math.round(options.orderLines() * before / total);
            before += weight;
            lines.add((int) (Math.round(options.orderLines() * before / total) - from));
        }
        return lines;
    }

    /** Times of so many orders of a day, in order, none after the history's end. */
    List<Instant> of(LocalDate day, int orders, Randomness randomness) {
        WeightedChoice hours = new WeightedChoice(calendar.hours());
        Instant midnight = WorldOptions.startOf(day);
        return Stream.generate(
                        () -> midnight.plusSeconds(hours.draw(randomness) * 3_600L + randomness.wholeBetween(0, 3_599)))
                .filter(at -> at.isBefore(options.until()))
                .limit(orders)
                .sorted()
                .toList();
    }

    /** Hours of the last day that are history. */
    private double lastHour() {
        ZonedDateTime until = options.until().atZone(WorldOptions.ZONE);
        return until.toLocalTime().toSecondOfDay() / 3_600.0;
    }
}
