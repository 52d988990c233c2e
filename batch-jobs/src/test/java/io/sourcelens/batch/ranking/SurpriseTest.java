/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.random.RandomDataGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

class SurpriseTest {
    private static final double[] NOT_REPEATED = new double[OrderSignals.DAYS];
    private static final LocalDate END = LocalDate.of(2026, 3, 10);

    private final List<DailyOrders.Cell> cells = new ArrayList<>();

    /** Orders a day, the last day first. */
    private void sells(String sku, int... backwards) {
        for (int k = 0; k < backwards.length; k++) {
            cells.add(new DailyOrders.Cell(sku, END.minusDays(k + 1L), backwards[k]));
        }
    }

    private static int[] every(int perDay, int days) {
        return IntStream.generate(() -> perDay).limit(days).toArray();
    }

    /** A day's orders in the last week, and those of a day before it. */
    private static int[] change(int lastWeek, int before) {
        return IntStream.range(0, OrderSignals.DAYS)
                .map(k -> k < 7 ? lastWeek : before)
                .toArray();
    }

    private static Trend trend(DailyOrders orders, String sku) {
        return Trends.of(orders, any -> null).orElseThrow().all().stream()
                .filter(trend -> trend.skuId().equals(sku))
                .findFirst()
                .orElseThrow();
    }

    private Double pValue(String sku, double[] repeated) {
        DailyOrders orders = DailyOrders.of(END, cells);
        return new Surprise(orders, id -> id.startsWith("toy") ? "toys" : "other").pValue(trend(orders, sku), repeated);
    }

    @Test
    void isTheTailOfABinomialWhereOrdersDoNotComeInWaves() {
        sells("rest", every(100, OrderSignals.DAYS));
        sells("one", change(3, 1));

        double tail = 1 - new BinomialDistribution(70, 0.125).cumulativeProbability(20);

        // Both are computed to 1e-10 or better.
        assertThat(pValue("one", NOT_REPEATED)).isCloseTo(tail, within(1e-9));
    }

    @Test
    void aWeekInWhichAllSellMoreIsNoSurprise() {
        sells("rest", change(300, 100));
        sells("one", change(3, 1));

        assertThat(pValue("one", NOT_REPEATED)).isBetween(0.4, 0.6);
    }

    @Test
    void norIsOneInWhichItsCategoryDoes() {
        sells("rest", every(1000, OrderSignals.DAYS));
        sells("toy", change(30, 10));
        sells("toys", change(300, 100));

        assertThat(pValue("toy", NOT_REPEATED)).isBetween(0.3, 0.7);
    }

    @Test
    void ordersOfABuyerWhoComesBackCountOnce() {
        sells("rest", every(100, OrderSignals.DAYS));
        sells("one", change(6, 1));
        double[] repeated = new double[OrderSignals.DAYS];
        Arrays.fill(repeated, 0, 7, 5);

        assertThat(pValue("one", NOT_REPEATED)).isLessThan(1e-6);
        assertThat(pValue("one", repeated)).isBetween(0.4, 0.6);
    }

    @Test
    void aNewSkuIsComparedWithTheDaysSinceItsFirstOrder() {
        sells("rest", every(100, OrderSignals.DAYS));
        sells("one", every(2, 14));

        assertThat(pValue("one", NOT_REPEATED)).isBetween(0.4, 0.6);
    }

    @Test
    void whatWasFirstOrderedInTheLastWeekHasNothingToBeComparedWith() {
        sells("rest", every(100, OrderSignals.DAYS));
        sells("one", every(2, 7));

        assertThat(pValue("one", NOT_REPEATED)).isNull();
    }

    /**
     * Levels drift, days are scattered more than Poisson counts, some are good for all; nothing rises. At most 5 % of p-values
     * are to be below 0.05; of counts, which are discrete, somewhat fewer are.
     */
    @Test
    void isAsRareAsItSaysWhereNothingRises() {
        List<Double> pValues = new ArrayList<>();
        for (int seed = 1; seed <= 5; seed++) {
            PlantedOrders planted = new PlantedOrders(new RandomDataGenerator(new Well19937c(seed)), 600, 0, 0);
            DailyOrders orders = DailyOrders.of(
                    END,
                    planted.orders().stream()
                            .map(order -> new DailyOrders.Cell(order.skuId(), END.minusDays(98 - order.day()), 1))
                            .toList());
            Surprise surprise = new Surprise(orders, sku -> null);
            Trends.of(orders, sku -> null).orElseThrow().all().stream()
                    .map(trend -> surprise.pValue(trend, NOT_REPEATED))
                    .filter(Objects::nonNull)
                    .forEach(pValues::add);
        }
        double below = pValues.stream().filter(p -> p <= 0.05).count() / (double) pValues.size();

        assertThat(pValues).hasSizeGreaterThan(2_000);
        assertThat(below).isBetween(0.02, 0.05);
    }
}
