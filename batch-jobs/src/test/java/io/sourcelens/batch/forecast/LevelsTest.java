/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LevelsTest {
    @Test
    void theMeanOfIndependentPeriodsVariesByAsMuchLess() {
        Random random = new Random(1);
        double[] independent = IntStream.range(0, 30_000)
                .mapToDouble(i -> random.nextGaussian())
                .toArray();

        // 10,000 batches tell a variance to 1.4 %.
        assertThat(Levels.share(independent, 3)).isCloseTo(1.0 / 3, within(0.02));
    }

    @Test
    void goodAndBadTimesThatLastDoNotAverageOut() {
        double[] lasting = IntStream.range(0, 30_000)
                .mapToDouble(i -> i / 300 % 2 == 0 ? 1 : -1)
                .toArray();

        assertThat(Levels.share(lasting, 3)).isCloseTo(1, within(0.01));
    }

    @Test
    void whereThereAreFewerPeriodsTheyAreTakenAsIndependent() {
        assertThat(Levels.share(new double[] {0.3, -0.1}, 3)).isEqualTo(1.0 / 3);
        assertThat(Levels.share(new double[] {0.3, -0.1}, 1)).isEqualTo(1);
    }
}
