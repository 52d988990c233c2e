/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

class WeeklyVariationTest {
    private final RandomGenerator random = new Well19937c(5);
    private final NormalDistribution normal = new NormalDistribution(random, 0, 1);

    /** Eight weeks around 10,000 orders, where counts are as good as normal. */
    private long[] weeks(double dispersion) {
        return LongStream.range(0, 8)
                .map(week -> Math.round(10_000 + Math.sqrt(10_000 * dispersion) * normal.sample()))
                .toArray();
    }

    private List<long[]> subjects(int many, DoubleSupplier dispersion) {
        return IntStream.range(0, many)
                .mapToObj(i -> weeks(dispersion.getAsDouble()))
                .toList();
    }

    @Test
    void whatWasPlantedIsFoundAgain() {
        // The inverse of a chi-squared variable of 12 degrees of freedom ÷ 12, times 3.
        ChiSquaredDistribution chiSquared = new ChiSquaredDistribution(random, 12);

        WeeklyVariation usual = WeeklyVariation.of(subjects(5_000, () -> 3 * 12 / chiSquared.sample()));

        // Standard errors of 5,000 subjects: 0.03 and 1.
        assertThat(usual.dispersion()).isCloseTo(3, within(0.1));
        assertThat(usual.freedom()).isCloseTo(12, within(3.0));
    }

    @Test
    void amongSubjectsThatVaryAlikeOwnWeeksCountForLittle() {
        WeeklyVariation usual = WeeklyVariation.of(subjects(300, () -> 3));

        assertThat(usual.freedom()).isGreaterThan(50);
        assertThat(usual.dispersionOf(weeks(30))).isBetween(3.0, 9.0);
    }

    @Test
    void ofFewSubjectsNothingIsLearnt() {
        assertThat(WeeklyVariation.of(subjects(9, () -> 3))).isEqualTo(WeeklyVariation.UNKNOWN);

        long[] own = {60, 0, 60, 0, 40, 0, 40, 0};
        // X² = 4 × 30 + 4 × 20 = 200, over 6 degrees of freedom.
        assertThat(WeeklyVariation.UNKNOWN.dispersionOf(own)).isCloseTo(200 / 6.0, within(1e-9));
        assertThat(WeeklyVariation.UNKNOWN.freedomOf()).isEqualTo(6);
    }

    @Test
    void wholeOrdersVaryAtLeastAsPoissonCounts() {
        long[] even = {20, 20, 20, 20, 20, 20, 20, 20};

        WeeklyVariation usual = WeeklyVariation.of(List.of(even, even, even, even, even, even, even, even, even, even));

        assertThat(usual.dispersionOf(even)).isEqualTo(1);
    }
}
