/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderSignalsTest {
    private static final LocalDate END = LocalDate.of(2026, 3, 2);

    private static double[] signals(int[]... skus) {
        List<String> names = List.of("a", "b").subList(0, skus.length);
        return new OrderSignals(new DailyOrders(END, names, skus), skus[0].length).of(0);
    }

    private static int[] everyDay(int orders) {
        int[] days = new int[60];
        Arrays.fill(days, orders);
        return days;
    }

    @Test
    void weeksAreCountedBackFromTheLastDay() {
        int[] days = new int[60];
        days[59] = 1;
        days[53] = 10;
        days[52] = 100;
        days[4] = 1_000;
        days[3] = 9_999;

        double[] signals = signals(days);

        assertThat(Arrays.copyOf(signals, 8)).containsExactly(11, 100, 0, 0, 0, 0, 0, 1_000);
        assertThat(OrderSignals.meanWeek(signals)).isEqualTo(1_111 / 8.0);
    }

    @Test
    void aSteadySkuHasAlmostItsOwnRateAtEveryHalfLife() {
        List<Double> rates = Arrays.stream(signals(everyDay(3)), 8, 13).boxed().toList();

        // Half a day more of exposure: at most 0.5 of the 2.9 days that a half-life of 2 days sees.
        assertThat(rates).allSatisfy(rate -> assertThat(rate).isBetween(21 * 0.85, 21.0));
    }

    @Test
    void aNewSkuIsMeasuredByTheDaysSinceItsFirstOrderOnly() {
        int[] days = new int[60];
        Arrays.fill(days, 56, 60, 3);

        double slowest = signals(days, everyDay(50))[12];

        // Four days of 3 orders, half a day more of exposure: 21 × 4 ÷ 4.5 and a little for the discount.
        assertThat(slowest).isCloseTo(21 * 4 / 4.5, within(0.2));
    }

    @Test
    void aDayOnWhichNobodyBuysTellsNothing() {
        int[] closed = everyDay(3);
        for (int day = 59; day >= 0; day -= 7) {
            closed[day] = 0;
        }

        List<Double> rates = Arrays.stream(signals(closed), 8, 13).boxed().toList();

        // 18 orders a week; the last day, which is always empty, has no exposure.
        assertThat(rates).allSatisfy(rate -> assertThat(rate).isBetween(18 * 0.8, 18.0));
    }

    @Test
    void lessThanEightWeeksAreRefused() {
        assertThatThrownBy(() -> new OrderSignals(new DailyOrders(END, List.of("a"), new int[][] {new int[55]}), 55))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("56 days");
    }
}
