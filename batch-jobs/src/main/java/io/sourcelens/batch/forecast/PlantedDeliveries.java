/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.random.RandomDataGenerator;

/**
 * Parcels of made-up suppliers whose effects have heavy tails and drift as a random walk; parcels of one day go together,
 * levels move by festival weeks, one lane in five is much worse, and volumes differ by orders of magnitude.
 */
final class PlantedDeliveries {
    private static final LocalDate ORIGIN = LocalDate.of(2026, 3, 1);
    private static final int KNOWN_DAYS = 360;
    private static final int LANES = 10;
    private static final int MONTH_DAYS = 30;
    static final int MONTHS_BETWEEN_FESTIVALS = 5;

    private static final double BAD_LANE_ODDS = 2.5;

    private final RandomDataGenerator random;
    private final int horizonDays;
    private final int festivalMonth;
    private final Movement movement;
    private final Periods periods;
    private final List<DueCount> known = new ArrayList<>();
    private final List<DueCount> came = new ArrayList<>();

    /** @param festivalMonth of the five after the origin, the one that has a festival: 0 to 4 */
    PlantedDeliveries(
            RandomDataGenerator random, int suppliers, int horizonDays, int festivalMonth, Movement movement) {
        this.random = random;
        this.movement = movement;
        this.horizonDays = horizonDays;
        this.festivalMonth = festivalMonth;
        this.periods = Periods.before(ORIGIN, ORIGIN.minusDays(KNOWN_DAYS), horizonDays);
        for (int supplier = 0; supplier < suppliers; supplier++) {
            ship("s" + supplier);
        }
    }

    Periods periods() {
        return periods;
    }

    /** What fell due before the origin. */
    List<DueCount> known() {
        return known;
    }

    /** What falls due in the horizon. */
    List<DueCount> came() {
        return came;
    }

    private void ship(String supplier) {
        double level = -2.3 + 0.6 * random.nextT(5);
        double perDay = 2 * Math.exp(random.nextGaussian(0, 0.8));
        Map<Cell, long[]> cells = new TreeMap<>();
        for (int day = -KNOWN_DAYS; day < horizonDays; day++) {
            int month = Math.floorDiv(day, MONTH_DAYS);
            int dayOfMonth = Math.floorMod(day, MONTH_DAYS);
            level += dayOfMonth == 0 ? movement.drift() * random.nextGaussian(0, 1) : 0;
            boolean festival = Math.floorMod(month, MONTHS_BETWEEN_FESTIVALS) == festivalMonth && dayOfMonth < 7;
            double rate = CrossedEffects.logistic(level + (festival ? movement.festival() : 0));
            double ofDay = random.nextBeta(rate * 15, (1 - rate) * 15);
            long due = random.nextPoisson(perDay);
            for (int parcel = 0; parcel < due; parcel++) {
                add(cells, random.nextInt(0, LANES - 1), day, ofDay);
            }
        }
        cells.forEach((cell, counted) -> (cell.period() < 0 ? came : known)
                .add(new DueCount(supplier, "l" + cell.lane(), Math.max(0, cell.period()), counted[0], counted[1], 0)));
    }

    private void add(Map<Cell, long[]> cells, int lane, int day, double rate) {
        int period = day < 0 ? periods.ago(ORIGIN.plusDays(day)) : Cell.TO_COME;
        long[] cell = cells.computeIfAbsent(new Cell(lane, period), any -> new long[2]);
        double odds = rate / (1 - rate) * (lane % 5 == 0 ? BAD_LANE_ODDS : 1);
        cell[0]++;
        cell[1] += random.nextUniform(0, 1) < odds / (1 + odds) ? 1 : 0;
    }

    private record Cell(int lane, int period) implements Comparable<Cell> {
        private static final int TO_COME = -1;

        @Override
        public int compareTo(Cell other) {
            return lane == other.lane ? Integer.compare(period, other.period) : Integer.compare(lane, other.lane);
        }
    }
}
