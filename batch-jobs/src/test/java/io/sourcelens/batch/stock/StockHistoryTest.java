/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sourcelens.batch.Rows;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.batch.rollup.SkuStockDay;
import io.sourcelens.batch.stock.StockHistory.SkuDetails;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Days of Shanghai, which begin at 16:00 UTC. */
class StockHistoryTest {
    private static final String LEVEL = "marketplace string, stock_level_id string, sku_id string, shown_quantity int,"
            + " recorded_at timestamp, source_position bigint, deleted boolean";
    private static final String LINE = "marketplace string, sku_id string, quantity int, ordered_at timestamp,"
            + " cancel_reason string, cancelled_at timestamp, deleted boolean";
    private static final Marketplaces KNOWN = new Marketplaces(List.of(
            new Marketplace("m", "M", "CNY", ZoneId.of("Asia/Shanghai"), 15, Instant.parse("2026-03-05T10:00:00Z"))));

    private static Dataset<Row> levels(String... rows) {
        return Rows.of(LEVEL, rows);
    }

    private static SkuStock history(Dataset<Row> levels, Dataset<Row> lines) {
        Map<Marketplace, StockHistory> all = StockHistory.collect(
                SkuStockDay.known(SkuStockDay.rollup(levels, KNOWN), levels, KNOWN, 4),
                lines,
                KNOWN,
                Map.of("m", Map.of("s", new SkuDetails("u", "c", "名", "name"))),
                4);
        StockHistory history = all.get(KNOWN.all().get(0));
        assertThat(history.firstDay()).isEqualTo(LocalDate.of(2026, 3, 1));
        return history.skus().get(0);
    }

    @Test
    void aLevelHoldsUntilTheNextOneAndBeforeTheFirstNothingIsKnown() {
        SkuStock stock = history(
                levels(
                        "'m', '1', 's', 3, '2026-03-02 04:00:00', 1, false",
                        "'m', '2', 's', 0, '2026-03-03 22:00:00', 2, false",
                        "'m', '3', 's', 9, '2026-03-05 11:00:00', 3, false"),
                Rows.of(LINE));

        assertThat(List.of(stock.isKnown(0), stock.isKnown(1))).containsExactly(false, true);
        assertThat(List.of(stock.closing(1), stock.closing(2), stock.closing(3), stock.closing(4)))
                .as("the level after the newest order is not known yet")
                .containsExactly(3, 3, 0, 0);
        // Half of 2 March, the 3rd, and a quarter of the 4th.
        assertThat(stock.availableDays(0, 5)).isCloseTo(1.75, within(1e-12));
        assertThat(List.of(stock.ranOut(1, 3), stock.ranOut(3, 4), stock.ranOut(4, 5)))
                .containsExactly(false, true, true);
    }

    @Test
    void whatIsOrderedCountsWhateverBecameOfItAndACancellationOnItsOwnDay() {
        SkuStock stock = history(
                levels("'m', '1', 's', 3, '2026-03-01 16:00:00', 1, false"),
                Rows.of(
                        LINE,
                        "'m', 's', 2, '2026-03-02 01:00:00', NULL, NULL, false",
                        "'m', 's', 4, '2026-03-02 02:00:00', 'no_stock', '2026-03-03 17:00:00', false",
                        "'m', 's', 1, '2026-03-02 03:00:00', 'buyer', '2026-03-02 04:00:00', false",
                        "'m', 's', 9, '2026-03-02 03:00:00', NULL, NULL, true",
                        "'m', 's', 1, '2026-03-03 03:00:00', 'no_stock', '2026-03-05 12:00:00', false"));

        assertThat(stock.units(1, 2)).isEqualTo(7);
        assertThat(stock.lines(1, 3)).isEqualTo(4);
        assertThat(List.of(stock.noStockLines(1, 3), stock.noStockLines(3, 4), stock.noStockLines(0, 5)))
                .as("cancelled after the newest order is not known yet")
                .containsExactly(0, 1, 1);
    }

    @Test
    void unitsOrderedWhileNothingIsShownTellNothingOfDemand() {
        SkuStock stock = history(
                levels(
                        "'m', '1', 's', 1, '2026-03-01 16:00:00', 1, false",
                        "'m', '2', 's', 0, '2026-03-02 15:00:00', 2, false"),
                Rows.of(
                        LINE,
                        "'m', 's', 2, '2026-03-02 01:00:00', NULL, NULL, false",
                        "'m', 's', 5, '2026-03-03 01:00:00', NULL, NULL, false"));

        assertThat(stock.units(0, 4)).isEqualTo(2);
    }
}
