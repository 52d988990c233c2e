/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

class GrowthTest {
    @Test
    void evenWeeksVaryAsPoissonCountsDo() {
        Growth growth = Growth.of(new long[] {30, 30, 30, 30, 20, 20, 20, 20}, WeeklyVariation.UNKNOWN)
                .orElseThrow();

        // t of 6 degrees of freedom: 1.9432; √(1/120 + 1/80) = 0.14434.
        assertThat(growth.ratio()).isEqualTo(1.5);
        assertThat(growth.low()).isCloseTo(1.5 * Math.exp(-1.94318028 * 0.14433757), within(1e-6));
        assertThat(growth.high()).isCloseTo(1.5 * Math.exp(1.94318028 * 0.14433757), within(1e-6));
    }

    @Test
    void restlessWeeksWidenTheInterval() {
        Growth growth = Growth.of(new long[] {60, 0, 60, 0, 40, 0, 40, 0}, WeeklyVariation.UNKNOWN)
                .orElseThrow();

        // X² = 4 × 30 + 4 × 20 = 200, over 6 degrees of freedom.
        assertThat(Math.log(growth.high() / growth.ratio()))
                .isCloseTo(1.94318028 * 0.14433757 * Math.sqrt(200 / 6.0), within(1e-6));
    }

    @Test
    void fewerThanTenOrdersInAPeriodAreNoEvidence() {
        assertThat(Growth.of(new long[] {9, 0, 0, 0, 50, 50, 50, 50}, WeeklyVariation.UNKNOWN))
                .isEmpty();
        assertThat(Growth.of(new long[] {50, 50, 50, 50, 3, 3, 3, 0}, WeeklyVariation.UNKNOWN))
                .isEmpty();
    }

    /** Weekly means are themselves random, so counts vary six times as much as Poisson counts. */
    @Test
    void nineOfTenIntervalsHoldTheTrueGrowthOfRestlessWeeks() {
        RandomGenerator random = new Well19937c(7);
        int held = 0;
        int tries = 3_000;
        for (int i = 0; i < tries; i++) {
            long[] weeks = LongStream.range(0, 8)
                    .map(week -> {
                        double mean = week < 4 ? 60 : 40;
                        double ofWeek = new GammaDistribution(random, mean / 5, 5).sample();
                        return new PoissonDistribution(random, Math.max(ofWeek, 1e-9), 1e-9, 1_000).sample();
                    })
                    .toArray();
            Growth growth = Growth.of(weeks, WeeklyVariation.UNKNOWN).orElseThrow();
            held += growth.low() <= 1.5 && 1.5 <= growth.high() ? 1 : 0;
        }
        // Standard error of the share: 0.5 percentage points; the dispersion is not quite that of the model.
        assertThat((double) held / tries).isBetween(0.88, 0.93);
    }
}
