/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.supplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClusteredRatesTest {
    @Test
    void ninetyOfAHundredIntervalsHoldThePlantedRate() {
        assertThat(new RateCoverage(300).of(1))
                .allSatisfy(finding ->
                        assertThat(finding.holds()).as(finding.toString()).isTrue());
    }

    @Test
    void theCorrelationIsThatOfTheDays() {
        // Ten suppliers of 400 days with 5 parcels each: on one day in five all are late, else none.
        Random random = new Random(3);
        List<DayClusters> together = new ArrayList<>();
        List<DayClusters> alone = new ArrayList<>();
        for (int supplier = 0; supplier < 10; supplier++) {
            together.add(days(400, 5, () -> random.nextInt(5) == 0 ? 5 : 0));
            alone.add(days(
                    400, 5, () -> random.doubles(5).filter(one -> one < 0.2).count()));
        }

        assertThat(DayClusters.correlation(together)).isCloseTo(1, within(1e-9));
        // Two standard errors of a correlation of 0 among 4,000 days of 5: √(2 ÷ (4,000 × 5 × 4)) = 0.005.
        assertThat(DayClusters.correlation(alone)).isCloseTo(0, within(0.01));
        assertThat(together.get(0).independent(new BetaPrior.Count(400, 2_000), 1))
                .isEqualTo(new BetaPrior.Count(80, 400));
        assertThat(DayClusters.correlation(List.of())).isZero();
    }

    private interface Events {
        long next();
    }

    private static DayClusters days(int count, long trials, Events events) {
        long[] sums = new long[3];
        for (int day = 0; day < count; day++) {
            long of = events.next();
            sums[0] += of;
            sums[1] += of * of;
            sums[2] += of * trials;
        }
        return new DayClusters(
                count * trials, sums[0], count * trials * trials, count * trials * trials * trials, sums[1], sums[2]);
    }
}
