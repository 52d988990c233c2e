/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sourcelens.batch.Rows;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class BestSellersTest {
    /** Noon of 10 March in Shanghai. */
    private static final Marketplace DEMO =
            new Marketplace("m", "M", "CNY", ZoneId.of("Asia/Shanghai"), 15, Instant.parse("2026-03-10T04:00:00Z"));

    private static final Dataset<Row> PATHS = Rows.of(
            "marketplace string, category_id string, ancestor_id string, ancestor_level int",
            "'m', 'leaf', 'leaf', 2",
            "'m', 'leaf', 'top', 1",
            "'m', 'top', 'top', 1");

    private static final Dataset<Row> SKUS = Rows.of(
            "marketplace string, sku_id string, category_id string, name_zh string, name_en string, match_group_id string, supplier_id string, created_at timestamp, deleted boolean",
            "'m', 'a', 'leaf', '甲', 'A', 'g', 'f', '2026-03-01 16:00:00', false",
            "'m', 'b', 'leaf', '乙', 'B', 'g', 'f', NULL, false",
            "'m', 'c', NULL, '丙', 'C', NULL, NULL, NULL, false");

    private static Dataset<Row> sold(String... rows) {
        return Rows.of(
                "marketplace string, day date, sku_id string, supplier_id string, orders bigint, units bigint, sale_revenue_minor bigint",
                rows);
    }

    private static String sale(String day, String sku, int units, int revenue) {
        return "'m', '%s', '%s', 'line', 1, %d, %d".formatted(day, sku, units, revenue);
    }

    private static List<String> list(Dataset<Row> sold, String condition, String... columns) {
        return Rows.texts(
                BestSellers.mart(sold, SKUS, PATHS, new Marketplaces(List.of(DEMO)), "run")
                        .filter(condition),
                columns);
    }

    private static final String TODAY_UNITS = "window_days = 1 AND ranked_by = 'units' AND category_id = 'all'";

    @Test
    void ranksByUnitsAndByRevenue() {
        Dataset<Row> sold = sold(sale("2026-03-10", "a", 1, 900), sale("2026-03-10", "b", 2, 100));

        assertThat(list(sold, TODAY_UNITS, "rank", "sku_id")).containsExactly("1, b", "2, a");
        assertThat(list(sold, "window_days = 1 AND ranked_by = 'revenue' AND category_id = 'all'", "rank", "sku_id"))
                .containsExactly("1, a", "2, b");
    }

    @Test
    void tiesGoByTheOtherMeasureAndThenByTheSmallerSku() {
        Dataset<Row> sold =
                sold(sale("2026-03-10", "c", 2, 100), sale("2026-03-10", "b", 2, 100), sale("2026-03-10", "a", 2, 50));

        assertThat(list(sold, TODAY_UNITS, "rank", "sku_id")).containsExactly("1, b", "2, c", "3, a");
    }

    @Test
    void previousRankIsThatOfTheWindowOneDayEarlierOrNull() {
        Dataset<Row> sold = sold(
                sale("2026-03-10", "a", 5, 5),
                sale("2026-03-10", "c", 1, 1),
                sale("2026-03-09", "b", 9, 9),
                sale("2026-03-09", "a", 1, 1));

        assertThat(list(sold, TODAY_UNITS, "rank", "sku_id", "previous_rank")).containsExactly("1, a, 2", "2, c, null");
        assertThat(list(
                        sold,
                        "window_days = 7 AND ranked_by = 'units' AND category_id = 'all'",
                        "rank",
                        "sku_id",
                        "previous_rank"))
                .containsExactly("1, b, 1", "2, a, 2", "3, c, null");
    }

    @Test
    void previousRankIsNotCutAtTheLengthOfTheList() {
        String[] rows = IntStream.range(0, 150)
                .boxed()
                .flatMap(i -> java.util.stream.Stream.of(
                        sale("2026-03-09", "s%03d".formatted(i), 1000 - i, 1),
                        sale("2026-03-10", "s%03d".formatted(i), 1 + i, 1)))
                .toArray(String[]::new);

        assertThat(list(sold(rows), TODAY_UNITS + " AND rank IN (1, 100)", "rank", "sku_id", "previous_rank"))
                .containsExactly("1, s149, 150", "100, s050, 51");
        assertThat(list(sold(rows), TODAY_UNITS, "rank")).hasSize(100);
    }

    @Test
    void theRankOfAWeekBeforeIsThatOfTheWindowThatEndedThen() {
        Dataset<Row> sold = sold(
                sale("2026-03-10", "a", 5, 5),
                sale("2026-03-10", "b", 1, 1),
                sale("2026-03-03", "b", 9, 9),
                sale("2026-02-26", "a", 1, 1),
                sale("2026-02-24", "c", 99, 1));

        assertThat(list(sold, TODAY_UNITS, "sku_id", "previous_rank", "previous_week_rank"))
                .containsExactly("a, null, null", "b, null, 1");
        assertThat(list(
                        sold,
                        "window_days = 7 AND ranked_by = 'units' AND category_id = 'all'",
                        "sku_id",
                        "previous_rank",
                        "previous_week_rank"))
                .containsExactly("a, null, 2", "b, 1, 1");
    }

    @Test
    void daysOnTheListAreThoseInARowUpToTodayAndEightIsTheMost() {
        List<String> rows = new ArrayList<>();
        for (int day = 1; day <= 10; day++) {
            rows.add(sale("2026-03-%02d".formatted(day), "a", 5, 5));
            if (day != 7) {
                rows.add(sale("2026-03-%02d".formatted(day), "b", 4, 4));
            }
        }
        rows.add(sale("2026-03-10", "c", 1, 1));

        assertThat(list(sold(rows.toArray(String[]::new)), TODAY_UNITS, "sku_id", "days_on_list"))
                .containsExactly("a, 8", "b, 3", "c, 1");
    }

    @Test
    void aSkuWasFirstSeenOnTheDayItEnteredTheCatalogueIfThatIsKnown() {
        Dataset<Row> sold = sold(sale("2026-03-10", "a", 1, 1), sale("2026-03-10", "b", 2, 2));

        assertThat(list(sold, TODAY_UNITS, "sku_id", "first_seen_day")).containsExactly("a, 2026-03-02", "b, null");
    }

    @Test
    void theSameGoodsFromSeveralSuppliersRankAsOne() {
        Dataset<Row> sold = sold(
                sale("2026-03-10", "a", 2, 20),
                sale("2026-03-10", "b", 2, 30),
                sale("2026-03-10", "c", 9, 99),
                sale("2026-03-09", "b", 1, 1));

        Dataset<Row> groups = BestSellers.ofMatchGroups(sold, SKUS, PATHS, new Marketplaces(List.of(DEMO)), "run");

        assertThat(Rows.texts(
                        groups.filter("window_days = 1 AND ranked_by = 'units'"),
                        "category_id",
                        "rank",
                        "previous_rank",
                        "match_group_id",
                        "name_en",
                        "skus",
                        "suppliers",
                        "orders",
                        "units",
                        "sale_revenue_minor"))
                .containsExactly(
                        "all, 1, 1, g, A, 2, 1, 2, 4, 50",
                        "leaf, 1, 1, g, A, 2, 1, 2, 4, 50",
                        "top, 1, 1, g, A, 2, 1, 2, 4, 50");
    }

    @Test
    void windowsEndTodayAndHaveTheirFullLength() {
        Dataset<Row> sold = sold(
                sale("2026-03-04", "a", 1, 1),
                sale("2026-03-03", "a", 10, 1),
                sale("2026-02-09", "a", 100, 1),
                sale("2026-02-08", "a", 1000, 1),
                sale("2026-03-11", "a", 10000, 1));

        assertThat(list(
                        sold,
                        "ranked_by = 'units' AND category_id = 'all'",
                        "window_days",
                        "window_start",
                        "window_end",
                        "units"))
                .containsExactly("30, 2026-02-09, 2026-03-10, 111", "7, 2026-03-04, 2026-03-10, 1");
    }

    @Test
    void aSkuRanksInEveryCategoryAboveItsOwnAndWithoutCategoryInAllOnly() {
        Dataset<Row> sold = sold(sale("2026-03-10", "a", 1, 1), sale("2026-03-10", "c", 2, 2));

        assertThat(list(
                        sold,
                        "window_days = 1 AND ranked_by = 'units'",
                        "category_level",
                        "category_id",
                        "rank",
                        "sku_id",
                        "supplier_id"))
                .containsExactly("0, all, 1, c, line", "0, all, 2, a, f", "1, top, 1, a, f", "2, leaf, 1, a, f");
    }

    @Test
    void whatWasNotSoldIsNotRanked() {
        assertThat(list(sold(sale("2026-03-10", "a", 0, 0)), "true", "sku_id")).isEmpty();
    }

    @Test
    void maturityIsTheShareOfTheWindowThatHasPassed() {
        assertThat(BestSellers.maturity(DEMO, 1)).isCloseTo(0.5, within(1e-9));
        assertThat(BestSellers.maturity(DEMO, 7)).isCloseTo(6.5 / 7, within(1e-9));
    }
}
