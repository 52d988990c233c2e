/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.alternative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreightSumsTest {
    /** What one seller-day paid for so many units. */
    private record Paid(long units, long freight) {
        FreightSums sums() {
            return new FreightSums(
                    1,
                    1,
                    units,
                    BigInteger.valueOf(freight),
                    BigInteger.valueOf(freight * freight),
                    BigInteger.valueOf(freight * units),
                    BigInteger.valueOf(units * units));
        }
    }

    private static FreightSums sums(List<Paid> paid) {
        return paid.stream().map(Paid::sums).reduce(FreightSums.NONE, FreightSums::plus);
    }

    private static List<Paid> drawn(Random random, int rows) {
        return IntStream.range(0, rows)
                .mapToObj(i -> {
                    long units = 1 + random.nextInt(4);
                    return new Paid(units, 200 + units * (300 + random.nextInt(200)));
                })
                .toList();
    }

    @Test
    void theIntervalIsThatOfTheResiduals() {
        List<Paid> paid = drawn(new Random(1), 40);
        double ratio = (double) paid.stream().mapToLong(Paid::freight).sum()
                / paid.stream().mapToLong(Paid::units).sum();
        double squares = paid.stream()
                .mapToDouble(one -> Math.pow(one.freight() - ratio * one.units(), 2))
                .sum();
        double error = Math.sqrt(squares * 40 / 39)
                / paid.stream().mapToLong(Paid::units).sum();

        Range found = sums(paid).perUnit();

        // Of sums of squares around a million; 1.6849 is the 95 % quantile of Student's t with 39 degrees of freedom.
        assertThat(found.value()).isCloseTo(ratio, within(1e-9));
        assertThat(found.high() - found.value()).isCloseTo(1.6849 * error, within(1e-3 * error));
        assertThat(found.value() - found.low()).isCloseTo(found.high() - found.value(), within(1e-9));
    }

    @Test
    void ninetyOfAHundredIntervalsHoldTheRatio() {
        Random random = new Random(2);
        // Of a unit: 200 shared by 2.5 units in the mean, and 300 to 499.
        double truth = 200 / 2.5 + 399.5;
        int held = 0;
        for (int i = 0; i < 2_000; i++) {
            Range found = sums(drawn(random, 20)).perUnit();
            held += found.low() <= truth && truth <= found.high() ? 1 : 0;
        }

        // Three standard errors of 90 % of 2,000, and what a ratio of 20 rows is skewed by.
        assertThat(held / 2_000.0).isCloseTo(0.90, within(0.03));
    }

    @Test
    void aSkuThatIsOrderedTooSeldomGoesByTheSuppliersCategory() {
        FreightSums few = sums(drawn(new Random(3), 9));
        FreightSums many = sums(drawn(new Random(4), 30));

        assertThat(Freight.of(many, many).basis()).isEqualTo("sku");
        assertThat(Freight.of(few, many).basis()).isEqualTo("category");
        assertThat(Freight.of(few, many).lines()).isEqualTo(30);
        assertThat(Freight.of(few, few)).isNull();
    }
}
