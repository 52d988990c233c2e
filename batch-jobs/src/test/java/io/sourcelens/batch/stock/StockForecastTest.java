/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Against a stock process that does not follow the forecast's assumptions. */
class StockForecastTest {
    private static StockForecast forecast(StockHistory history) {
        return StockForecast.at(history, StockHistory.DAYS_READ, PlantedStock.FORETOLD_DAYS);
    }

    @Test
    void aProbabilityMeansThatShareAndTellsMoreThanTheWeeksBefore() {
        assertThat(new StockOutReliability(8, 500).of(1))
                .allSatisfy(finding ->
                        assertThat(finding.holds()).as(finding.toString()).isTrue());
    }

    @Test
    void whatComesLaterChangesNoForecast() {
        StockHistory history = PlantedStock.of(1, 100);
        StockHistory other = PlantedStock.of(1, 100);
        other.skus().forEach(sku -> sku.ordered(StockHistory.DAYS_READ, 1_000, 1_000, 10, 10));

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
        stock.ordered(StockHistory.DAYS_READ - 1, 2, 1, 0, 0);
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
