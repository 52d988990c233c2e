/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    private static final double[] TEN = {0.1, 0.9, 0.4, 0.4, 0.8, 0.2, 0.7, 0.6, 0.3, 0.5};

    /** All 10,000 ways to draw blocks of 3 origins, the last one cut: the bootstrap distribution itself. */
    @Test
    void theIntervalIsThatOfEveryPossibleResample() {
        double[] means = new double[10_000];
        for (int i = 0; i < means.length; i++) {
            int[] starts = {i % 10, i / 10 % 10, i / 100 % 10, i / 1_000};
            double sum = 0;
            for (int place = 0; place < TEN.length; place++) {
                sum += TEN[(starts[place / 3] + place % 3) % TEN.length];
            }
            means[i] = sum / TEN.length;
        }

        Interval interval = Bootstrap.of(TEN.length, 21, 7).mean(TEN);

        // A percentile of 4,000 draws is itself uncertain by about a fifth of a standard deviation's tenth.
        double tolerance = Math.sqrt(StatUtils.variance(means)) / 10;
        assertThat(interval.value()).isCloseTo(0.49, within(1e-12));
        assertThat(interval.low()).isCloseTo(new Percentile().evaluate(means, 2.5), within(tolerance));
        assertThat(interval.high()).isCloseTo(new Percentile().evaluate(means, 97.5), within(tolerance));
    }

    @Test
    void theSameValuesAlwaysGiveTheSameInterval() {
        Bootstrap bootstrap = Bootstrap.of(TEN.length, 7, 7);

        assertThat(bootstrap.mean(TEN)).isEqualTo(bootstrap.mean(TEN.clone()));
    }

    /** Where neighbours are alike the mean is less certain than the values one by one would say. */
    @Test
    void overlappingHorizonsWidenTheInterval() {
        Random random = new Random(7);
        double[] values = new double[120];
        for (int i = 1; i < values.length; i++) {
            values[i] = 0.8 * values[i - 1] + random.nextGaussian();
        }

        assertThat(width(Bootstrap.of(values.length, 14, 1).mean(values)))
                .isGreaterThan(1.3 * width(Bootstrap.of(1, 1, 1).mean(values)));
    }

    private static double width(Interval interval) {
        return interval.high() - interval.low();
    }

    @Test
    void fewOriginsHaveAMeanAndNoInterval() {
        Interval interval = Bootstrap.of(7, 7, 7).mean(Arrays.copyOf(TEN, 7));

        assertThat(interval.value()).isCloseTo(3.5 / 7, within(0.1));
        assertThat(interval.low()).isNull();
        assertThat(interval.high()).isNull();
    }
}
