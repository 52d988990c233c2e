/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangePointTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);

    /** As many parcels each week, of which a share is late. */
    private static List<Week> weeks(int count, double late) {
        return IntStream.range(0, count)
                .mapToObj(week -> new Week(FIRST.plusWeeks(week), 40, Math.round(40 * late), 4))
                .toList();
    }

    /** Standard errors: of 5 % of 900 suppliers that do not change 0.7 points, of 10 % of some 70 alarms 3.6. */
    @Test
    void falseAlarmsAreAsRareAsTheyAreSaidToBeAndChangesAreDatedRight() {
        Map<String, Double> found = new HashMap<>();
        new ChangeAlarms(1_000).of(1).forEach(finding -> found.put(finding.name(), finding.value()));

        assertThat(found.get("no change, yet chance shows it 1 time in 20")).isCloseTo(5, within(1.5));
        assertThat(found.get("supplier changes, false among the alarms")).isLessThan(20);
        assertThat(found.get("supplier changes, median error of the date")).isLessThanOrEqualTo(1);
        assertThat(found.get("supplier changes, median delay of the alarm")).isLessThanOrEqualTo(8);
        assertThat(found.get("supplier changes, 90 % regions that hold the week"))
                .isGreaterThan(80);
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
    void whoIsLeftOutIsStillComparedWithTheOthers() {
        WeeklyCounts counts = new WeeklyCounts(FIRST.plusWeeks(WeeklyCounts.WEEKS));
        counts.add("a", 0, 10, 3);
        counts.add("b", 0, 99, 9);
        counts.add("changed", 0, 50, 40);

        WeeklyCounts without = counts.comparedWithout(Set.of("changed"));

        assertThat(without.weeks("a")).containsExactly(new Week(FIRST.plusWeeks(25), 10, 3, 0.95));
        // (3 + 9 + ½) ÷ (10 + 99 + 1) of 50.
        assertThat(without.weeks("changed").get(0).expected()).isCloseTo(50 * 12.5 / 110, within(1e-12));
        assertThat(counts.comparedWithout(Set.of()).weeks("a")).isEqualTo(counts.weeks("a"));
    }

    @Test
    void tooLittleTellsNothing() {
        assertThat(ChangePoint.of(weeks(7, 0.3), 1)).isEmpty();
        assertThat(ChangePoint.of(weeks(26, 0), 1)).isEqualTo(Optional.empty());
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
