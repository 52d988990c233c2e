/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.junit.jupiter.api.Test;

class OrderForecastTest {
    private static final LocalDate END = LocalDate.of(2026, 3, 2);

    /** Levels that drift, jump and differ by weekday, with counts more scattered than a Poisson's: not what is fitted. */
    private static DailyOrders drifting(int skus, int days, long seed) {
        RandomGenerator random = new Well19937c(seed);
        int[][] orders = new int[skus][days];
        for (int[] sku : orders) {
            double level = Math.exp(random.nextGaussian());
            int firstDay = random.nextInt(4) == 0 ? random.nextInt(days) : 0;
            for (int day = firstDay; day < days; day++) {
                level *= Math.exp(0.05 * random.nextGaussian());
                double weekday = day % 7 == 5 ? 0 : day % 7 == 6 ? 2 : 1;
                double scatter = new GammaDistribution(random, 5, 0.2).sample();
                double mean = level * weekday * scatter;
                sku[day] = mean == 0 ? 0 : new PoissonDistribution(random, mean, 1e-9, 1_000).sample();
            }
        }
        return new DailyOrders(
                END, IntStream.range(0, skus).mapToObj("%05d"::formatted).toList(), orders);
    }

    private static DailyOrders until(DailyOrders orders, int days) {
        int[][] earlier = new int[orders.orders().length][];
        for (int sku = 0; sku < earlier.length; sku++) {
            earlier[sku] = Arrays.copyOf(orders.orders()[sku], days);
        }
        return new DailyOrders(END.minusDays(orders.days() - (long) days), orders.skus(), earlier);
    }

    @Test
    void isTheLeastSquaresSolutionWithThePriorAsOneMoreOrigin() {
        DailyOrders orders = drifting(60, 80, 1);
        List<double[]> rows = new ArrayList<>();
        List<Double> outcomes = new ArrayList<>();
        int[] origins = {73, 70, 67, 64, 61, 58};
        for (int origin : origins) {
            OrderSignals signals = new OrderSignals(orders, origin);
            for (int sku = 0; sku < 60; sku++) {
                double[] known = signals.of(sku);
                double mean = OrderSignals.meanWeek(known);
                if (mean > 0) {
                    double scale = Math.sqrt(1 / (1 + mean));
                    rows.add(Arrays.stream(known).map(value -> value * scale).toArray());
                    outcomes.add(scale * orders.ordered(sku, origin, origin + 7));
                }
            }
        }
        for (int i = 0; i < OrderSignals.COUNT; i++) {
            int signal = i;
            double sumOfSquares = rows.stream()
                    .limit(outcomes.size() - signal)
                    .mapToDouble(row -> row[signal] * row[signal])
                    .sum();
            double[] row = new double[OrderSignals.COUNT];
            row[i] = Math.sqrt(sumOfSquares / origins.length);
            rows.add(row);
            outcomes.add(row[i] * (i > 8 ? 0.25 : 0));
        }
        OLSMultipleLinearRegression reference = new OLSMultipleLinearRegression();
        reference.setNoIntercept(true);
        reference.newSampleData(
                outcomes.stream().mapToDouble(Double::doubleValue).toArray(), rows.toArray(double[][]::new));
        double[] weights = reference.estimateRegressionParameters();

        OrderForecast forecast = OrderForecast.fit(orders);

        OrderSignals now = new OrderSignals(orders, 80);
        for (int sku = 0; sku < 60; sku++) {
            double[] known = now.of(sku);
            double expected = IntStream.range(0, known.length)
                    .mapToDouble(i -> weights[i] * known[i])
                    .sum();
            // Another way to the same solution: only rounding differs.
            assertThat(forecast.expected(known)).isCloseTo(Math.max(0, expected), within(1e-8));
        }
    }

    @Test
    void nineOfTenWeeksToComeAreWithinTheRange() {
        DailyOrders all = drifting(2_000, 150, 2);
        DailyOrders known = until(all, 143);
        OrderForecast forecast = OrderForecast.fit(known);
        OrderSignals signals = new OrderSignals(known, 143);
        int within = 0;
        int foretold = 0;
        for (int sku = 0; sku < 2_000; sku++) {
            double[] ofSku = signals.of(sku);
            if (Math.max(OrderSignals.lastWeek(ofSku), OrderSignals.meanWeek(ofSku)) >= OrderForecast.LEAST_ORDERS) {
                OrderForecast.Range range =
                        forecast.range(forecast.expected(ofSku)).orElseThrow();
                int outcome = all.ordered(sku, 143, 150);
                foretold++;
                within += outcome >= Math.floor(range.low()) && outcome <= Math.ceil(range.high()) ? 1 : 0;
            }
        }

        assertThat(foretold).isGreaterThan(1_000);
        // 0.9 ± 3 standard errors of a share of 1,000, and rounding the ends outwards to counts adds up to 0.04.
        assertThat((double) within / foretold).isBetween(0.87, 0.97);
    }

    @Test
    void withoutAnEarlierWeekItIsTheMeanOfTheSlowerRates() {
        DailyOrders orders = drifting(60, 56, 4);
        double[] signals = new OrderSignals(orders, 56).of(7);

        OrderForecast forecast = OrderForecast.fit(orders);

        double mean = Arrays.stream(signals, 9, 13).average().orElseThrow();
        // The same sum in another order.
        assertThat(forecast.expected(signals)).isCloseTo(mean, within(1e-9)).isPositive();
        assertThat(forecast.range(mean)).isEmpty();
    }

    @Test
    void whatComesLaterChangesNothingThatWasForetold() {
        DailyOrders known = drifting(200, 100, 3);
        int[][] changed = new int[200][];
        for (int sku = 0; sku < 200; sku++) {
            changed[sku] = Arrays.copyOf(known.orders()[sku], 110);
            Arrays.fill(changed[sku], 100, 110, 1_000);
        }
        DailyOrders later = until(new DailyOrders(END.plusDays(10), known.skus(), changed), 100);

        double[] signals = new OrderSignals(known, 100).of(7);

        assertThat(OrderForecast.fit(later).expected(signals))
                .isEqualTo(OrderForecast.fit(known).expected(signals));
    }
}
