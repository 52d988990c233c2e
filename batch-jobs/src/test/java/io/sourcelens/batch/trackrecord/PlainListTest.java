/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sourcelens.batch.Rows;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class PlainListTest {
    private static final LocalDate ORIGIN = LocalDate.parse("2026-03-02");

    private static Dataset<Row> sold(String... rows) {
        return Rows.of("day date, sku_id string, orders bigint, units bigint", rows);
    }

    private static String sale(int daysAgo, String sku, int orders, int units) {
        return "'%s', '%s', %d, %d".formatted(ORIGIN.minusDays(daysAgo), sku, orders, units);
    }

    @Test
    void weeksEndWithTheDayBeforeTheOrigin() {
        List<SkuSales> sales = SkuSales.before(
                ORIGIN,
                sold(
                        sale(1, "a", 1, 10),
                        sale(7, "a", 2, 20),
                        sale(8, "a", 4, 40),
                        sale(14, "a", 8, 80),
                        sale(15, "a", 16, 160),
                        sale(56, "a", 32, 320)));

        // Middles of the days: 12, 156, 180, 324, 348 and 1332 hours ago.
        double decayed = Math.pow(14, -1.8)
                + 2 * Math.pow(158, -1.8)
                + 4 * Math.pow(182, -1.8)
                + 8 * Math.pow(326, -1.8)
                + 16 * Math.pow(350, -1.8)
                + 32 * Math.pow(1334, -1.8);
        assertThat(sales).hasSize(1).first().satisfies(sku -> {
            assertThat(sku.unitsLastWeek()).isEqualTo(30);
            assertThat(sku.ordersLastWeek()).isEqualTo(3);
            assertThat(sku.ordersWeekBefore()).isEqualTo(12);
            assertThat(sku.ordersEightWeeks()).isEqualTo(63);
            assertThat(sku.meanWeeklyOrders()).isEqualTo(63 / 8.0);
            assertThat(sku.decayedOrders()).isCloseTo(decayed, within(1e-12));
        });
    }

    @Test
    void eachListHasItsOwnOrderAndTiesGoToTheSmallerSku() {
        List<SkuSales> sales = List.of(
                new SkuSales("bulk", 900, 3, 5, 40, 0.1),
                new SkuSales("steady", 100, 20, 20, 160, 0.9),
                new SkuSales("rising", 30, 18, 6, 24, 0.8),
                new SkuSales("new", 30, 18, 0, 18, 0.7));

        assertThat(PlainList.LAST_7_DAYS_UNITS.skus(sales, 100)).containsExactly("bulk", "steady", "new", "rising");
        assertThat(PlainList.LAST_7_DAYS_ORDERS.skus(sales, 3)).containsExactly("steady", "new", "rising");
        assertThat(PlainList.WEEK_OVER_WEEK_GROWTH.skus(sales, 100)).containsExactly("rising", "steady", "bulk");
        assertThat(PlainList.LAST_WEEK_LESS_MEAN_WEEK.skus(sales, 100)).containsExactly("new", "rising");
        assertThat(PlainList.HACKER_NEWS_DECAY.skus(sales, 2)).containsExactly("steady", "rising");
    }

    @Test
    void theGainIsOverAsManyDaysOfTheMeanWeekOfWhatHasOne() {
        List<SkuSales> before = List.of(new SkuSales("a", 0, 0, 0, 16, 0), new SkuSales("b", 0, 0, 0, 160, 0));
        Dataset<Row> horizon =
                sold(sale(0, "a", 3, 300), sale(-2, "a", 2, 1), sale(0, "b", 19, 1), sale(-1, "c", 1, 7));

        assertThat(Relevance.ORDER_GAIN.of(before, horizon, 7)).isEqualTo(Map.of("a", 3.0));
        assertThat(Relevance.ORDER_GAIN.of(before, horizon, 14)).isEqualTo(Map.of("a", 1.0));
        assertThat(Relevance.UNITS.of(before, horizon, 7)).isEqualTo(Map.of("a", 301.0, "b", 1.0, "c", 7.0));
    }
}
