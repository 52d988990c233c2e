/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

class ChangePointTest {
    private static final int WEEKS = 26;
    private static final int PARCELS = 40;
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);

    /** Weeks whose parcels go together: each week has a rate of its own, spread around what it should be. */
    private static List<Week> weeks(int count, IntToDoubleFunction rate, IntToDoubleFunction normal, long seed) {
        Random random = new Random(seed);
        RandomGenerator generator = new Well19937c(seed);
        List<Week> weeks = new ArrayList<>();
        for (int week = 0; week < count; week++) {
            double mean = rate.applyAsDouble(week);
            // Intraclass correlation 1 ÷ (1 + 30): counts vary half as much again as independent parcels would.
            double own = new BetaDistribution(generator, 30 * mean, 30 * (1 - mean)).sample();
            int trials = PARCELS / 2 + random.nextInt(PARCELS);
            long late = random.doubles(trials).filter(one -> one < own).count();
            weeks.add(new Week(FIRST.plusWeeks(week), trials, late, trials * normal.applyAsDouble(week)));
        }
        return weeks;
    }

    private static double strike(int week) {
        return week == 10 || week == 11 ? 0.4 : 0.1;
    }

    private static double byChance(List<Week> weeks, long seed) {
        return ChangePoint.of(weeks, seed).orElseThrow().byChance();
    }

    @Test
    void falseAlarmsAreAsRareAsTheyAreSaidToBe() {
        int suppliers = 2_000;
        int alarms = 0;
        for (int seed = 0; seed < suppliers; seed++) {
            alarms += byChance(weeks(WEEKS, week -> 0.12, week -> 0.1, seed), seed) <= 0.05 ? 1 : 0;
        }

        // Three standard errors of a share of 5 % among 2,000.
        assertThat((double) alarms / suppliers).isCloseTo(0.05, within(0.015));
    }

    @Test
    void aBadTimeOfEverybodyIsNobodysChange() {
        int alarms = 0;
        for (int seed = 0; seed < 500; seed++) {
            alarms += byChance(weeks(WEEKS, week -> 1.2 * strike(week), ChangePointTest::strike, seed), seed) <= 0.05
                    ? 1
                    : 0;
        }

        // Three standard errors of a share of 5 % among 500; weeks that vary more than others make it no larger.
        assertThat(alarms / 500.0).isLessThan(0.05 + 0.03);
    }

    @Test
    void aDoubledRateIsFoundWithinWeeksAndDatedRight() {
        int change = 18;
        LocalDate changed = FIRST.plusWeeks(change);
        List<Integer> delays = new ArrayList<>();
        List<Integer> errors = new ArrayList<>();
        int covered = 0;
        for (int seed = 0; seed < 200; seed++) {
            List<Week> weeks = weeks(40, week -> week < change ? 0.1 : 0.25, week -> 0.1, seed);
            int until = change + 2;
            while (until < 40 && byChance(weeks.subList(0, until), seed) > 0.01) {
                until++;
            }
            delays.add(until - change);
            Change found = ChangePoint.of(weeks.subList(0, 30), seed).orElseThrow();
            assertThat(found.direction()).isEqualTo("worse");
            errors.add((int)
                    Math.abs(ChronoUnit.WEEKS.between(changed, found.since().start())));
            covered += changed.isBefore(found.earliest()) || changed.isAfter(found.latest()) ? 0 : 1;
        }

        delays.sort(null);
        errors.sort(null);
        System.out.printf(
                "a rate of 10 %% that becomes 25 %%, %d parcels a week: alarm after a median of %d weeks, 90 %% within %d; "
                        + "dated right to %d weeks in half of the cases, region holds it in %.0f %%%n",
                PARCELS, delays.get(100), delays.get(180), errors.get(100), covered / 2.0);
        assertThat(delays.get(100)).isLessThanOrEqualTo(5);
        assertThat(errors.get(100)).isLessThanOrEqualTo(1);
        assertThat(covered / 200.0).isGreaterThan(0.8);
    }

    @Test
    void theStatisticIsTheBestOfAllSplits() {
        List<Week> weeks = new ArrayList<>();
        for (int week = 0; week < 12; week++) {
            weeks.add(new Week(FIRST.plusWeeks(week), 10, week < 8 ? 1 : 4, 1));
        }

        Change change = ChangePoint.of(weeks, 1).orElseThrow();

        assertThat(change.before()).isEqualTo(new Week(FIRST, 80, 8, 8));
        assertThat(change.since()).isEqualTo(new Week(FIRST.plusWeeks(8), 40, 16, 4));
        // 4 of 12 weeks in the last places: one way of 495.
        assertThat(change.byChance()).isLessThan(0.02);
        assertThat(ChangePoint.of(weeks, 1)).contains(change);
    }

    @Test
    void whatIsNormalIsWhatTheOthersDidInTheWeek() {
        WeeklyCounts counts = new WeeklyCounts(FIRST.plusWeeks(WeeklyCounts.WEEKS));
        counts.add("a", 0, 10, 3);
        counts.add("b", 0, 99, 9);
        counts.add("a", 25, 4, 0);

        // (9 + ½) ÷ (99 + 1) of 10; alone in a week, half of it may go wrong for all that is known.
        assertThat(counts.weeks("a"))
                .containsExactly(new Week(FIRST, 4, 0, 2), new Week(FIRST.plusWeeks(25), 10, 3, 0.95));
        assertThat(counts.weeks("c")).isEmpty();
    }

    @Test
    void tooLittleTellsNothing() {
        assertThat(ChangePoint.of(weeks(7, week -> 0.3, week -> 0.3, 1), 1)).isEmpty();
        assertThat(ChangePoint.of(weeks(WEEKS, week -> 0.0001, week -> 0.1, 1), 1))
                .isEqualTo(Optional.empty());
    }

    @Test
    void sharesOfFalseAlarmsAreThoseOfBenjaminiAndHochberg() {
        // Table 1 of their example: of the first four probabilities of fifteen all are below rank ÷ 15 × 0.05.
        List<Double> probabilities = List.of(
                0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
                0.7590, 1.0);

        double[] shares = FalseDiscovery.shares(probabilities);

        assertThat(shares[3]).isCloseTo(0.0095 * 15 / 4, within(1e-12)).isLessThan(0.05);
        assertThat(shares[4]).isGreaterThan(0.05);
        assertThat(shares).isSorted();
    }
}
