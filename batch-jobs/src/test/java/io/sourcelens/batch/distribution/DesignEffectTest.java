/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DesignEffectTest {
    /** Losses of skus on days with one to four lines; all lines of a day alike with some probability. */
    private static List<DayTotals> skus(Random random, double alike) {
        List<DayTotals> skus = new ArrayList<>();
        for (int sku = 0; sku < 500; sku++) {
            double share = 0.05 + 0.3 * random.nextDouble();
            long[][] days = new long[20 + random.nextInt(60)][];
            for (int day = 0; day < days.length; day++) {
                boolean same = random.nextDouble() < alike;
                long ofAll = random.nextDouble() < share ? 1 : 0;
                days[day] = new long[1 + random.nextInt(4)];
                for (int line = 0; line < days[day].length; line++) {
                    days[day][line] = same ? ofAll : random.nextDouble() < share ? 1 : 0;
                }
            }
            skus.add(DayTotalsTest.of(days));
        }
        return skus;
    }

    @Test
    void independentLinesCountInFull() {
        // Standard error over 500 skus of about 50 days: below 0.02.
        assertThat(DesignEffect.of(skus(new Random(3), 0))).isBetween(1.0, 1.05);
    }

    @Test
    void linesOfADayThatAreAllAlikeCountAsOne() {
        // Days of 1 to 4 lines, all alike: Σ n² ÷ Σ n = 30 ÷ 10 times the variance.
        assertThat(DesignEffect.of(skus(new Random(3), 1))).isCloseTo(3, within(0.1));
    }

    @Test
    void whereNothingIsKnownOfItLinesCountInFull() {
        assertThat(DesignEffect.of(List.of())).isEqualTo(1);
        assertThat(DesignEffect.of(Arrays.asList(
                        DayTotalsTest.of(new long[] {1, 1}), DayTotalsTest.of(new long[] {0}, new long[] {0, 0}))))
                .isEqualTo(1);
    }
}
