/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.PascalDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;

class NegativeBinomialTest {
    @Test
    void tailsAreThoseOfThePascalDistributionWhereTheSizeIsWhole() {
        // Failures before the third success at 0.25: mean 3 · 0.75 ÷ 0.25, variance mean ÷ 0.25.
        PascalDistribution pascal = new PascalDistribution(3, 0.25);
        NegativeBinomial same = new NegativeBinomial(9, 36);

        for (int count = 0; count < 40; count++) {
            assertThat(same.atLeast(count)).isCloseTo(1 - pascal.cumulativeProbability(count - 1), within(1e-10));
        }
    }

    @Test
    void withoutOverdispersionItIsAlmostPoisson() {
        PoissonDistribution poisson = new PoissonDistribution(4);
        NegativeBinomial same = new NegativeBinomial(4, 0);

        for (int count = 0; count < 15; count++) {
            // One in a hundred of overdispersion is left.
            assertThat(same.atLeast(count)).isCloseTo(1 - poisson.cumulativeProbability(count - 1), within(0.002));
        }
    }

    @Test
    void aQuantileIsTheSmallestCountThatIsNotExceededSoOften() {
        PascalDistribution pascal = new PascalDistribution(3, 0.25);
        NegativeBinomial same = new NegativeBinomial(9, 36);

        for (double probability : new double[] {0.05, 0.5, 0.95}) {
            assertThat(same.quantile(probability)).isEqualTo(pascal.inverseCumulativeProbability(probability));
        }
        assertThat(new NegativeBinomial(0, 0).quantile(0.95)).isZero();
    }

    @Test
    void whatIsNotWantedIsNotSold() {
        assertThat(new NegativeBinomial(0, 0).atLeast(1)).isZero();
        assertThat(new NegativeBinomial(0, 0).atLeast(0)).isEqualTo(1);
        assertThat(new NegativeBinomial(1, 2).atLeast(1_000_000)).isZero();
    }
}
