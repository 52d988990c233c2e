/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.apache.commons.math3.distribution.FDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverTest {
    @ParameterizedTest
    @CsvSource({"5, 1, 0.1", "20, 2, 0.05", "100, 3, 0.3", "8, 1.5, 0.2"})
    void theIntervalIsThatOfTheFDistribution(int stock, double index, double drift) {
        FDistribution exact = new FDistribution(2 * stock / index, 2 / drift);

        Cover cover = Cover.of(stock, 2.0, index, drift);

        assertThat(cover.days()).isEqualTo(stock / 2.0);
        // Paulson's approximation is within 2 % here.
        assertThat(cover.low()).isCloseTo(cover.days() * exact.inverseCumulativeProbability(0.05), withinPercentage(2));
        assertThat(cover.high())
                .isCloseTo(cover.days() * exact.inverseCumulativeProbability(0.95), withinPercentage(2));
    }

    @Test
    void aStockThatIsOutLastsNoTime() {
        assertThat(Cover.of(0, 1.0, 1, 0.1)).isEqualTo(new Cover(0, 0, 0.0));
    }

    @Test
    void whereTheRateIsHardlyKnownThereIsNoUpperEnd() {
        Cover cover = Cover.of(10, 1.0, 1, 2);

        assertThat(cover.high()).isNull();
        assertThat(cover.low()).isBetween(0.0, 10.0);
    }
}
