/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sourcelens.batch.distribution.DayTotals.Range;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DayTotalsTest {
    /** From lines of days. */
    static DayTotals of(long[]... days) {
        long[] lines = Arrays.stream(days).mapToLong(day -> day.length).toArray();
        long[] totals =
                Arrays.stream(days).mapToLong(day -> Arrays.stream(day).sum()).toArray();
        return new DayTotals(
                days.length,
                Arrays.stream(lines).sum(),
                products(totals, null),
                products(totals, totals),
                products(totals, lines),
                products(lines, lines));
    }

    private static BigInteger products(long[] one, long[] other) {
        return IntStream.range(0, one.length)
                .mapToObj(i -> BigInteger.valueOf(one[i]).multiply(BigInteger.valueOf(other == null ? 1 : other[i])))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    @Test
    void withOneLineADayTheIntervalIsThatOfStudent() {
        DayTotals totals = of(new long[] {10}, new long[] {12}, new long[] {14}, new long[] {16}, new long[] {18});

        // Mean 14, standard deviation √10, t of 4 degrees of freedom 2.1318: 14 ± 2.1318 √(10 ÷ 5).
        Range range = totals.meanRange().orElseThrow();
        assertThat(range.low()).isCloseTo(14 - 2.13184679 * Math.sqrt(2), within(1e-6));
        assertThat(range.high()).isCloseTo(14 + 2.13184679 * Math.sqrt(2), within(1e-6));
    }

    @Test
    void deviationsAreExactHoweverLargeAmountsAre() {
        long huge = 1_000_000_000_000_000L;
        DayTotals totals = of(new long[] {huge, huge + 2}, new long[] {huge, huge - 2});

        assertThat(totals.squaredDeviations()).isEqualTo(8);
        assertThat(of(new long[] {huge, huge}, new long[] {huge}).squaredDeviations())
                .isZero();
    }

    @Test
    void withFewerThanFiveDaysThereIsNoInterval() {
        assertThat(of(new long[] {1, 2}, new long[] {3}, new long[] {4, 9}, new long[] {5})
                        .meanRange())
                .isEmpty();
    }

    /** Skewed, in clusters of unequal size with a shock of the day: nothing that the formula is exact for. */
    @Test
    void nineOfTenIntervalsHoldTheTrueMeanThoughLinesOfADayGoTogether() {
        Random random = new Random(5);
        int held = 0;
        int skus = 2_000;
        for (int sku = 0; sku < skus; sku++) {
            long[][] days = new long[30][];
            for (int day = 0; day < days.length; day++) {
                double shock = 100 * (-Math.log(1 - random.nextDouble()) - 1);
                days[day] = random.longs(1 + random.nextInt(8), 0, 1_000)
                        .map(noise -> Math.round(500 + shock + noise - 499.5))
                        .toArray();
            }
            Range range = of(days).meanRange().orElseThrow();
            held += range.low() <= 500 && 500 <= range.high() ? 1 : 0;
        }
        // Standard error of the share: 0.7 percentage points; skewness costs about one more.
        assertThat((double) held / skus).isBetween(0.87, 0.92);
    }
}
