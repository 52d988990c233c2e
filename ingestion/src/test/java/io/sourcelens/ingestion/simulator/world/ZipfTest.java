/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ZipfTest {
    @Test
    void aTenthOfTheGoodsHasMostOfTheDemand() {
        double[] weights = Zipf.weights(6_000, 8, 0.95);
        double total = DoubleStream.of(weights).sum();
        assertThat(DoubleStream.of(weights).limit(600).sum() / total).isBetween(0.5, 0.75);
        assertThat(weights[0] / total).isLessThan(0.02);
    }

    @Test
    void drawsFollowTheWeights() {
        WeightedChoice choice = new WeightedChoice(new double[] {1, 0, 3});
        Randomness randomness = Randomness.of(1, "test");
        int[] drawn = new int[3];
        for (int i = 0; i < 40_000; i++) {
            drawn[choice.draw(randomness)]++;
        }
        assertThat(drawn[1]).isZero();
        assertThat(drawn[2] / 40_000.0).isBetween(0.74, 0.76);
    }
}
