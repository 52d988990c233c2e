/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.random.RandomDataGenerator;

/**
 * Weeks of made-up suppliers, some of whom become worse. Parcels go together: each week of a supplier has a rate of its own
 * around what it should be (intraclass correlation 1 ÷ 31); and in two weeks a strike makes everybody worse.
 */
final class PlantedWeeks {
    static final int CHANGE = 26;
    static final int WEEKS = CHANGE + 12;

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    private static final double TOGETHER = 30;
    private static final double STRIKE_ODDS = 3;
    private static final double RATE = 0.1;
    private static final double WORSE_RATE = 0.25;
    private static final int LEAST_PARCELS = 20;
    private static final int MOST_PARCELS = 60;

    private final int changing;
    private final List<int[]> trials = new ArrayList<>();
    private final List<int[]> events = new ArrayList<>();

    /** @param changing how many become worse, the first of all */
    PlantedWeeks(RandomDataGenerator random, int suppliers, int changing) {
        this.changing = changing;
        for (int supplier = 0; supplier < suppliers; supplier++) {
            int[] due = new int[WEEKS];
            int[] late = new int[WEEKS];
            for (int week = 0; week < WEEKS; week++) {
                double rate = rate(supplier < changing && week >= CHANGE, week);
                double own = random.nextBeta(TOGETHER * rate, TOGETHER * (1 - rate));
                due[week] = random.nextInt(LEAST_PARCELS, MOST_PARCELS);
                late[week] = random.nextBinomial(due[week], own);
            }
            trials.add(due);
            events.add(late);
        }
    }

    private static double rate(boolean isWorse, int week) {
        double rate = isWorse ? WORSE_RATE : RATE;
        boolean strike = week == CHANGE - 8 || week == CHANGE - 7;
        double odds = rate / (1 - rate) * (strike ? STRIKE_ODDS : 1);
        return odds / (1 + odds);
    }

    static LocalDate changedOn() {
        return FIRST.plusWeeks(CHANGE);
    }

    boolean isChanging(String supplier) {
        return Integer.parseInt(supplier) < changing;
    }

    /** As counted when so many weeks are over. */
    WeeklyCounts after(int weeks) {
        WeeklyCounts counts = new WeeklyCounts(FIRST.plusWeeks(weeks));
        for (int supplier = 0; supplier < trials.size(); supplier++) {
            for (int week = Math.max(0, weeks - WeeklyCounts.WEEKS); week < weeks; week++) {
                counts.add(
                        String.valueOf(supplier),
                        weeks - 1 - week,
                        trials.get(supplier)[week],
                        events.get(supplier)[week]);
            }
        }
        return counts;
    }
}
