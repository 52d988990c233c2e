/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

class ObservedRateTest {
    @Test
    void ofAUniformRateEveryNumberOfEventsIsAsLikely() {
        ObservedRate uniform = new ObservedRate(0.5, 1.0 / 3);

        assertThat(uniform.quantile(0.05, 9)).isZero();
        assertThat(uniform.quantile(0.45, 9)).isEqualTo(4.0 / 9);
        assertThat(uniform.quantile(0.94, 9)).isEqualTo(1);
        assertThat(uniform.quantile(0.948, 199)).isEqualTo(189.0 / 199);
    }

    @Test
    void trialsThatDoNotGoTogetherAreBinomial() {
        BinomialDistribution binomial = new BinomialDistribution(null, 200, 0.07);
        ObservedRate independent = new ObservedRate(0.07, 1e-9);

        for (double probability : new double[] {0.05, 0.5, 0.95}) {
            assertThat(independent.quantile(probability, 200))
                    .isEqualTo(binomial.inverseCumulativeProbability(probability) / 200.0);
        }
    }

    @Test
    void manyTrialsAreAsFewerAndNotSplit() {
        // A 2,000th is a step of the one, and the other has none.
        for (double correlation : new double[] {1e-9, 0.001, 0.01}) {
            ObservedRate rate = new ObservedRate(0.1, correlation);
            for (double probability : new double[] {0.05, 0.95}) {
                assertThat(rate.quantile(probability, 2_001))
                        .isCloseTo(rate.quantile(probability, 2_000), within(1.0 / 1_000));
            }
        }
    }
}
