/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sourcelens.batch.stock.Dispersion.Week;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

class DispersionTest {
    /** Orders of two units each, at rates that are a gamma-distributed factor off. */
    private static List<Week> weeks(int number, int category, double drift) {
        RandomGenerator random = new Well19937c(7);
        GammaDistribution factor = new GammaDistribution(random, 1 / drift, drift);
        List<Week> weeks = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            double expected = 0.5 + i % 40;
            int orders = new PoissonDistribution(random, expected / 2 * factor.sample(), 1e-12, 10_000).sample();
            weeks.add(new Week(category, expected, 2 * orders));
        }
        return weeks;
    }

    @Test
    void indexAndDriftAreFoundAgain() {
        Dispersion fitted = Dispersion.fit(weeks(4_000, 0, 0.2), 1);

        // Four thousand weeks leave a standard error of about 0.1 and 0.01.
        assertThat(fitted.index()[0]).isCloseTo(2, within(0.3));
        assertThat(fitted.drift()).isCloseTo(0.2, within(0.03));
    }

    @Test
    void aCategoryWithFewWeeksIsTakenLikeAll() {
        List<Week> weeks = weeks(4_000, 0, 0.2);
        weeks.add(new Week(1, 1, 30));

        double[] index = Dispersion.fit(weeks, 2).index();

        assertThat(index[1]).isBetween(index[0], 2 * index[0] + 2);
    }

    @Test
    void withoutWeeksUnitsComeByChanceAlone() {
        assertThat(Dispersion.fit(List.of(), 2).of(1, 3)).isEqualTo(new NegativeBinomial(3, 3));
    }
}
