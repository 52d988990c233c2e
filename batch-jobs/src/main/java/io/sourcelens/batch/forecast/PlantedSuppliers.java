/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.forecast;

import java.time.LocalDate;
import org.apache.commons.math3.random.RandomDataGenerator;

/**
 * Made-up suppliers whose effects have heavy tails and drift as a random walk; trials of one day go together, levels move by
 * festival weeks, one stratum in five is much worse, and volumes differ by orders of magnitude.
 */
final class PlantedSuppliers {
    static final LocalDate ORIGIN = LocalDate.of(2026, 3, 1);
    static final int MONTHS_BETWEEN_FESTIVALS = 5;

    private static final int KNOWN_DAYS = 360;
    private static final int STRATA = 10;
    private static final int MONTH_DAYS = 30;
    private static final double BAD_STRATUM_ODDS = 2.5;

    private final RandomDataGenerator random;
    private final int horizonDays;
    private final int festivalMonth;
    private final Movement movement;

    /** @param festivalMonth of the five after the origin, the one that has a festival: 0 to 4 */
    PlantedSuppliers(RandomDataGenerator random, int horizonDays, int festivalMonth, Movement movement) {
        this.random = random;
        this.horizonDays = horizonDays;
        this.festivalMonth = festivalMonth;
        this.movement = movement;
    }

    /** Takes one trial; days before the origin are negative. */
    interface Trials {
        void add(int stratum, int day, boolean event);
    }

    /** Those that the days before the origin are counted by. */
    Periods periods() {
        return Periods.before(ORIGIN, ORIGIN.minusDays(KNOWN_DAYS), horizonDays);
    }

    /**
     * All trials of one supplier.
     *
     * @param usualLogit of the rate
     * @param usualPerDay trials of a supplier in the middle
     */
    void supplier(double usualLogit, double usualPerDay, Trials trials) {
        double level = usualLogit + 0.6 * random.nextT(5);
        double perDay = usualPerDay * Math.exp(random.nextGaussian(0, 0.8));
        for (int day = -KNOWN_DAYS; day < horizonDays; day++) {
            int month = Math.floorDiv(day, MONTH_DAYS);
            int dayOfMonth = Math.floorMod(day, MONTH_DAYS);
            level += dayOfMonth == 0 ? movement.drift() * random.nextGaussian(0, 1) : 0;
            boolean festival = Math.floorMod(month, MONTHS_BETWEEN_FESTIVALS) == festivalMonth && dayOfMonth < 7;
            double rate = CrossedEffects.logistic(level + (festival ? movement.festival() : 0));
            double ofDay = random.nextBeta(rate * 15, (1 - rate) * 15);
            long ofToday = random.nextPoisson(perDay);
            for (int trial = 0; trial < ofToday; trial++) {
                int stratum = random.nextInt(0, STRATA - 1);
                double odds = ofDay / (1 - ofDay) * (stratum % 5 == 0 ? BAD_STRATUM_ODDS : 1);
                trials.add(stratum, day, random.nextUniform(0, 1) < odds / (1 + odds));
            }
        }
    }
}
