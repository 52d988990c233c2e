/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sourcelens.batch.stock.StockHistory.SkuDetails;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Stock-outs are planted into a demand that does not follow the assumptions: weekly seasons, days that are good or bad for
 * all, orders of several units, rates that drift; popular skus run out more often. The units that were wanted meanwhile are
 * known here and to nobody else.
 */
class LostSalesTest {
    private static final int SKUS = 300;
    private static final int TODAY = StockHistory.DAYS_READ;
    private static final int FROM = TODAY - DemandRates.DAYS;
    private static final int HOURS = 24;
    private static final double[] WEEKDAYS = {0.8, 0.8, 0.9, 1, 1.2, 1.3, 1};

    private record World(StockHistory history, int[] wanted) {}

    private record Planted(LostSales lost, int truth) {
        boolean holds() {
            return lost.low() <= truth && truth <= lost.high();
        }
    }

    private static World world(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] ofAll = new double[TODAY + 1];
        for (int day = 0; day <= TODAY; day++) {
            ofAll[day] = WEEKDAYS[day % 7] * Math.exp(0.2 * random.nextGaussian());
        }
        List<SkuStock> stocks = new ArrayList<>();
        List<SkuDetails> details = new ArrayList<>();
        int[] wanted = new int[SKUS];
        for (int sku = 0; sku < SKUS; sku++) {
            stocks.add(sku(random, ofAll, sku, wanted));
            details.add(new SkuDetails("supplier" + sku % 20, "category" + sku % 5, null, null));
        }
        return new World(new StockHistory(LocalDate.of(2026, 3, 2), stocks, details), wanted);
    }

    private static SkuStock sku(SplittableRandom random, double[] ofAll, int sku, int[] wanted) {
        SkuStock stock = new SkuStock("sku%03d".formatted(sku), TODAY + 1);
        double perDay = Math.exp(0.3 + random.nextGaussian());
        int full = 1 + (int) (perDay * (5 + random.nextInt(20)));
        int units = full;
        int hoursToRefill = 0;
        for (int day = 0; day <= TODAY; day++) {
            perDay *= day % 7 == 0 ? Math.exp(0.15 * random.nextGaussian()) : 1;
            int shownHours = 0;
            int lowest = units;
            int raised = 0;
            int ordered = 0;
            for (int hour = 0; hour < HOURS; hour++) {
                if (units == 0 && --hoursToRefill == 0) {
                    units = full;
                    raised++;
                }
                shownHours += units > 0 ? 1 : 0;
                int asked = orders(random, perDay * ofAll[day] / HOURS);
                if (units > 0) {
                    ordered += asked;
                    units = Math.max(0, units - asked);
                    hoursToRefill = units == 0 ? 12 + random.nextInt(240) : 0;
                } else if (day >= FROM && day < TODAY) {
                    wanted[sku] += asked;
                }
                lowest = Math.min(lowest, units);
            }
            stock.ordered(day, ordered, ordered, 0, 0);
            stock.shown(
                    day,
                    new SkuStock.Levels(full, lowest, units, 0, (double) shownHours / HOURS, raised, Instant.EPOCH));
        }
        return stock.complete();
    }

    /** Units of some orders of 1 to 3. */
    private static int orders(SplittableRandom random, double expected) {
        int units = 0;
        double product = random.nextDouble();
        double least = Math.exp(-expected / 1.5);
        while (product > least) {
            units += random.nextDouble() < 0.7 ? 1 : 2 + random.nextInt(2);
            product *= random.nextDouble();
        }
        return units;
    }

    private static List<Planted> estimated(long seed) {
        World world = world(seed);
        Risks risks = StockForecast.at(world.history(), TODAY, StockForecast.HORIZON_DAYS)
                .risks();
        List<Planted> planted = new ArrayList<>();
        for (int sku = 0; sku < SKUS; sku++) {
            SkuStock stock = world.history().skus().get(sku);
            planted.add(new Planted(LostSales.of(stock, risks, sku, FROM, TODAY), world.wanted()[sku]));
        }
        return planted;
    }

    @Test
    void nineOfTenIntervalsHoldWhatWasWantedDuringPlantedStockOuts() {
        int held = 0;
        int tried = 0;
        int heldOfGroups = 0;
        int groups = 0;
        double estimate = 0;
        double truth = 0;
        for (long seed = 0; seed < 10; seed++) {
            List<Planted> planted = estimated(seed);
            for (Planted one : planted) {
                if (one.lost().missed() > 0) {
                    tried++;
                    held += one.holds() ? 1 : 0;
                    estimate += one.lost().units();
                    truth += one.truth();
                }
            }
            for (int group = 0; group < 30; group++) {
                List<Planted> some = planted.subList(group * 10, group * 10 + 10);
                LostSales sum = LostSales.sum(some.stream().map(Planted::lost).toList());
                groups++;
                heldOfGroups +=
                        new Planted(sum, some.stream().mapToInt(Planted::truth).sum()).holds() ? 1 : 0;
            }
        }
        assertThat(tried).isGreaterThan(1_000);
        assertThat((double) held / tried).isBetween(0.88, 0.93);
        // Ten skus together: good and bad days are shared by all, which the sum does not know of.
        assertThat((double) heldOfGroups / groups).isBetween(0.82, 0.93);
        assertThat(estimate / truth).isCloseTo(1, within(0.05));
    }

    @Test
    void withoutAStockOutNothingIsLostAndACancellationIsCounted() {
        SkuStock stock = new SkuStock("s", TODAY + 1);
        stock.shown(0, new SkuStock.Levels(9, 9, 9, 0, 1, 0, Instant.EPOCH));
        stock.ordered(TODAY - 3, 5, 2, 1, 3);
        StockHistory history =
                new StockHistory(LocalDate.of(2026, 3, 2), List.of(stock.complete()), List.of(SkuDetails.UNKNOWN));
        Risks risks =
                StockForecast.at(history, TODAY, StockForecast.HORIZON_DAYS).risks();

        LostSales lost = LostSales.of(stock, risks, 0, FROM, TODAY);

        assertThat(lost).isEqualTo(new LostSales(0, 0, 3));
        assertThat(List.of(lost.low(), lost.units(), lost.high())).containsOnly(3.0);
    }

    @Test
    void halfTheDaysWithoutStockLoseAsMuchAsTheOtherHalfSold() {
        SkuStock stock = new SkuStock("s", TODAY + 1);
        stock.shown(0, new SkuStock.Levels(9, 9, 9, 0, 1, 0, Instant.EPOCH));
        stock.shown(TODAY - 14, new SkuStock.Levels(0, 0, 0, 0, 0, 0, Instant.EPOCH));
        for (int day = FROM; day < TODAY - 14; day++) {
            stock.ordered(day, 3, 3, 0, 0);
        }
        stock.ordered(TODAY - 1, 2, 1, 0, 0);
        StockHistory history =
                new StockHistory(LocalDate.of(2026, 3, 2), List.of(stock.complete()), List.of(SkuDetails.UNKNOWN));
        Risks risks =
                StockForecast.at(history, TODAY, StockForecast.HORIZON_DAYS).risks();

        assertThat(stock.missingDays(FROM, TODAY)).isEqualTo(14);
        // 14 days at 3 units, less the two that were ordered all the same.
        assertThat(LostSales.of(stock, risks, 0, FROM, TODAY).missed()).isCloseTo(40, within(0.5));
    }

    @Test
    void anIntervalHoldsItsEstimateHoweverLittleIsExpected() {
        LostSales hardlyAny = new LostSales(0.05, 0.06, 1);

        assertThat(hardlyAny.low()).isEqualTo(1);
        assertThat(hardlyAny.high())
                .as("0 missed units are more than 95 % likely")
                .isEqualTo(1.05);
    }
}
