/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against a stock process that does not follow the forecast's assumptions. */
class StockForecastTest {
    private static final int WORLDS = 8;
    private static final int SKUS = 500;
    private static final List<Foretold> ALL = new ArrayList<>();

    private record Foretold(double probability, double rateBefore, StockCase outcome) {
        boolean ranOut() {
            return outcome.ranOut();
        }
    }

    @BeforeAll
    static void foretell() {
        for (int world = 0; world < WORLDS; world++) {
            StockForecast forecast = forecast(PlantedStock.of(world, SKUS));
            List<StockCase> before = forecast.cases();
            double rate = (double) before.stream().filter(StockCase::ranOut).count() / before.size();
            forecast.foretold().forEach(one -> ALL.add(new Foretold(forecast.probability(one), rate, one)));
        }
    }

    private static StockForecast forecast(StockHistory history) {
        return StockForecast.at(history, StockHistory.DAYS_READ, PlantedStock.FORETOLD_DAYS);
    }

    private static double observed(List<Foretold> some) {
        return some.stream().mapToInt(one -> one.ranOut() ? 1 : 0).average().orElseThrow();
    }

    private static double expected(List<Foretold> some) {
        return some.stream().mapToDouble(Foretold::probability).average().orElseThrow();
    }

    @Test
    void asManySkusRunOutAsWasForetold() {
        assertThat(ALL).hasSizeGreaterThan(3_000);
        // Good and bad days are shared by all skus of a world: its share is off by 0.045 (standard deviation over 20
        // worlds), and the mean of eight by a third of it; three times that.
        assertThat(expected(ALL)).isCloseTo(observed(ALL), within(0.05));
    }

    @Test
    void aProbabilityMeansThatShareAtEveryLevel() {
        for (int bin = 0; bin < 10; bin++) {
            double from = bin / 10.0;
            List<Foretold> alike = ALL.stream()
                    .filter(one -> one.probability() >= from && one.probability() < from + 0.1)
                    .toList();
            assertThat(alike).as("from %s", from).hasSizeGreaterThan(100);
            // Sampling of 100 skus alone has a standard deviation of up to 0.05.
            assertThat(observed(alike)).as("from %s", from).isCloseTo(expected(alike), within(0.12));
        }
    }

    @Test
    void itTellsMoreThanTheShareOfTheWeeksBefore() {
        double ours = 0;
        double rate = 0;
        for (Foretold one : ALL) {
            ours -= Math.log(one.ranOut() ? one.probability() : 1 - one.probability());
            rate -= Math.log(one.ranOut() ? one.rateBefore() : 1 - one.rateBefore());
        }
        assertThat(ours).isLessThan(0.8 * rate);
    }

    @Test
    void nineOfTenWeeksLieWithinTheIntervalOfDemand() {
        List<Foretold> wanted =
                ALL.stream().filter(one -> one.outcome().wanted()).toList();
        double within = wanted.stream()
                .mapToInt(one -> one.outcome().withinInterval() ? 1 : 0)
                .average()
                .orElseThrow();
        // Whole units: an interval of few of them holds more than it must.
        assertThat(within).isBetween(0.88, 0.95);
    }

    @Test
    void whatComesLaterChangesNoForecast() {
        StockHistory history = PlantedStock.of(1, 100);
        StockHistory other = PlantedStock.of(1, 100);
        other.skus().forEach(sku -> sku.ordered(StockHistory.DAYS_READ, 1_000, 1_000, 10));

        StockForecast one = forecast(history);
        StockForecast same = forecast(other);

        assertThat(same.foretold()).allMatch(StockCase::ranOut);
        assertThat(same.foretold().stream().map(same::probability))
                .isEqualTo(one.foretold().stream().map(one::probability).toList());
    }

    @Test
    void whatIsOutNowRunsOutForCertainAndMoreStockIsSafer() {
        StockForecast forecast = forecast(PlantedStock.of(1, 100));

        assertThat(forecast.probability(0, 0)).isEqualTo(1);
        assertThat(forecast.probability(0, 1))
                .isBetween(forecast.probability(0, 10), 1.0)
                .isGreaterThan(forecast.probability(0, 1_000));
    }

    @Test
    void withoutAWeekToLearnFromTheAssumptionsHold() {
        SkuStock stock = new SkuStock("new", StockHistory.DAYS_READ + 1);
        stock.shown(
                StockHistory.DAYS_READ - 2,
                new SkuStock.Levels(5, 5, 5, 0, 1, 0, java.time.Instant.parse("2026-03-01T00:00:00Z")));
        stock.ordered(StockHistory.DAYS_READ - 1, 2, 1, 0);
        StockHistory history = new StockHistory(
                java.time.LocalDate.of(2026, 1, 5),
                List.of(stock.complete()),
                List.of(StockHistory.SkuDetails.UNKNOWN));

        StockForecast forecast = forecast(history);

        assertThat(forecast.cases()).isEmpty();
        assertThat(forecast.risks().perDay(0)).isCloseTo(1, within(1e-9));
        // Seven or so units are wanted and five are there.
        assertThat(forecast.probability(0, 5)).isBetween(0.5, 0.95);
    }
}
