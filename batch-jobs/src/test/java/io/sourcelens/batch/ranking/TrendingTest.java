/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sourcelens.batch.Rows;
import io.sourcelens.batch.marketplace.CategoryTree;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.batch.stock.Shortages;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.iceberg.data.Record;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class TrendingTest {
    /** Noon of 10 March in Shanghai: 9 March is the last day that is over. */
    private static final Marketplace DEMO =
            new Marketplace("m", "M", "CNY", ZoneId.of("Asia/Shanghai"), 15, Instant.parse("2026-03-10T04:00:00Z"));

    private static final LocalDate LAST = LocalDate.of(2026, 3, 9);

    private static final Dataset<Row> SKUS = Rows.of(
            "marketplace string, sku_id string, category_id string, name_zh string, name_en string, match_group_id string, supplier_id string, deleted boolean",
            "'m', 'rising', 'leaf', '甲', 'A', 'g', 'f', false",
            "'m', 'burst', NULL, '乙', 'B', NULL, 'f', false");

    private static final CategoryTree TREE = tree();

    private final List<String> sold = new ArrayList<>();
    private final List<String> stock = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final List<String> listings =
            new ArrayList<>(List.of("'m', 'gone', 's', timestamp'2020-01-01', NULL, false"));

    private static CategoryTree tree() {
        CategoryTree tree = new CategoryTree();
        tree.add("m", "top", null, 1);
        tree.add("m", "leaf", "top", 2);
        return tree;
    }

    /** Skus that sell the same every day, some more than others. */
    private TrendingTest steady(int days) {
        for (int sku = 0; sku < 60; sku++) {
            for (int back = 0; back < days; back++) {
                sold.add("'m', date'%s', 'steady%d', %d".formatted(LAST.minusDays(back), sku, 1 + sku % 10));
            }
        }
        return this;
    }

    /** Orders of each of the last days; so many by each buyer. */
    private TrendingTest orders(String sku, int days, int perDay, int ofEachBuyer) {
        int number = 0;
        for (int back = 0; back < days; back++) {
            LocalDate day = LAST.minusDays(back);
            sold.add("'m', date'%s', '%s', %d".formatted(day, sku, perDay));
            for (int i = 0; i < perDay; i++) {
                lines.add("'m', '%s', '%s', '%s', timestamp'%sT05:00:00Z', 'active', false"
                        .formatted(sku, sku + number, sku + number++ / ofEachBuyer, day));
            }
        }
        return this;
    }

    private List<Record> mart() {
        return new Trending(new Marketplaces(List.of(DEMO)), TREE, Set.of("m"), "run")
                .mart(
                        Rows.of(
                                "marketplace string, day date, sku_id string, orders bigint",
                                sold.toArray(String[]::new)),
                        Shortages.collect(
                                Rows.of(
                                        "marketplace string, day date, sku_id string, first int, lowest int, closing int,"
                                                + " first_share double, shown_share double, raised int, newest_at timestamp",
                                        stock.toArray(String[]::new)),
                                new Marketplaces(List.of(DEMO)),
                                Trending.EVIDENCE_DAYS_READ),
                        Rows.of(
                                "marketplace string, sku_id string, order_id string, buyer_id string, ordered_at timestamp, status string, deleted boolean",
                                lines.toArray(String[]::new)),
                        Rows.of(
                                "marketplace string, sku_id string, seller_id string, listed_at timestamp, delisted_at timestamp, deleted boolean",
                                listings.toArray(String[]::new)),
                        SKUS);
    }

    private static List<Object> column(List<Record> rows, String category, String column) {
        return rows.stream()
                .filter(row -> row.getField("category_id").equals(category))
                .map(row -> row.getField(column))
                .toList();
    }

    @Test
    void whatRisesIsListedInItsCategoriesAndWhatHasNoKnownBuyersIsNot() {
        List<Record> rows = steady(80).orders("rising", 10, 5, 1).mart();

        assertThat(column(rows, "all", "sku_id")).containsExactly("rising");
        assertThat(column(rows, "top", "sku_id")).containsExactly("rising");
        assertThat(column(rows, "leaf", "rank")).containsExactly(1);
        assertThat(column(rows, "all", "orders")).containsExactly(35L);
        assertThat(column(rows, "all", "mean_weekly_orders")).containsExactly(50 / 8.0);
        assertThat(column(rows, "all", "stage")).containsExactly("emerging");
        assertThat(column(rows, "all", "window_end")).containsExactly(LAST);
    }

    @Test
    void whatSellsAsUsualComesAfterAllThatRises() {
        List<Record> rows =
                steady(80).orders("burst", 70, 40, 1).orders("rising", 10, 1, 1).mart();

        assertThat(column(rows, "all", "sku_id")).containsExactly("rising", "burst");
        assertThat(column(rows, "all", "stage")).containsExactly("emerging", "fading");
        assertThat((Double) column(rows, "all", "score").get(1))
                .isGreaterThan((Double) column(rows, "all", "score").get(0));
    }

    @Test
    void whatIsOrderedTooRarelyToTellComesLast() {
        List<Record> rows = steady(80)
                .orders("rare", 2, 1, 1)
                .orders("burst", 70, 20, 1)
                .orders("rising", 10, 1, 1)
                .mart();

        assertThat(column(rows, "all", "sku_id")).containsExactly("rising", "burst", "rare");
        assertThat(column(rows, "all", "stage")).containsExactly("emerging", "fading", "unsure");
        assertThat(column(rows, "all", "orders")).containsExactly(7L, 140L, 2L);
    }

    @Test
    void whatWasNotOrderedInTheLastWeekHasNoBreadth() {
        sold.add("'m', date'%s', 'burst', 1".formatted(LAST.minusDays(20)));
        List<Record> rows = steady(80).mart();

        assertThat(column(rows, "all", "sku_id")).containsExactly("burst");
        assertThat(column(rows, "all", "stage")).containsExactly("unsure");
        assertThat(column(rows, "all", "breadth")).containsOnlyNulls();
        assertThat(column(rows, "all", "saturation")).containsOnlyNulls();
    }

    @Test
    void whatRisesIsASurpriseAndWhatSellsAsUsualIsNot() {
        List<Record> rows = steady(80)
                .orders("burst", 70, 5, 1)
                .orders("rising", 30, 1, 1)
                .orders("rising", 7, 5, 1)
                .mart();

        assertThat(column(rows, "all", "sku_id")).containsExactly("rising", "burst");
        assertThat((Double) column(rows, "all", "p_value").get(0)).isLessThan(0.001);
        // Among 62 skus, one of which is a surprise.
        assertThat((Double) column(rows, "all", "q_value").get(0)).isLessThan(0.05);
        // The median of what chance alone does.
        assertThat((Double) column(rows, "all", "p_value").get(1)).isCloseTo(0.5, within(0.1));
    }

    /** From the beginning of a day on so many units are shown. */
    private void shows(String sku, int daysBack, int units) {
        LocalDate day = LAST.minusDays(daysBack);
        stock.add("'m', date'%s', '%s', %d, %d, %d, 0D, %s, 0, timestamp'%s'"
                .formatted(day, sku, units, units, units, units > 0 ? "1D" : "0D", day));
    }

    @Test
    void aWeekInWhichItWasSoldOutIsNoLostPopularity() {
        // Ten orders a day, and none in the last three days; the same ones, sold out in these.
        for (String sku : List.of("rising", "burst")) {
            orders(sku, 70, 10, 1);
            sold.removeIf(row -> row.contains("'" + sku + "'")
                    && List.of(0, 1, 2).stream().anyMatch(back -> row.contains("'" + LAST.minusDays(back) + "'")));
            lines.removeIf(row -> row.contains("'" + sku + "'")
                    && List.of(0, 1, 2).stream().anyMatch(back -> row.contains("'" + LAST.minusDays(back) + "T")));
            shows(sku, 60 - 5, 9);
        }
        shows("burst", 2, 0);

        List<Record> rows = steady(80).mart();

        assertThat(column(rows, "all", "sku_id")).containsExactly("burst", "rising");
        assertThat(column(rows, "all", "orders")).containsExactly(40L, 40L);
        assertThat(column(rows, "all", "sold_out_days")).containsExactly(3.0, 0.0);
        // 530 orders in 53 days with stock, so about as many in each of the others: these lack 20 of the 2,800 orders
        // that their
        // weekdays have in eight weeks, and count for so much less.
        assertThat((Double) column(rows, "all", "mean_weekly_orders").get(0)).isCloseTo(70, within(0.1));
        assertThat((Double) column(rows, "all", "mean_weekly_orders").get(1)).isCloseTo(530 / 8.0, within(1e-9));
        assertThat((Double) column(rows, "all", "expected_orders").get(0)).isCloseTo(70, within(1.0));
        assertThat((Double) column(rows, "all", "p_value").get(0)).isBetween(0.3, 0.7);
        assertThat((Double) column(rows, "all", "p_value").get(1)).isGreaterThan(0.9);
    }

    @Test
    void buyersWithAnOrderEachOutrankFewerWithMore() {
        List<Record> rows =
                steady(80).orders("burst", 10, 6, 2).orders("rising", 10, 5, 1).mart();

        assertThat(column(rows, "all", "sku_id")).containsExactly("rising", "burst");
        assertThat(column(rows, "all", "buyers")).containsExactly(35L, 21L);
        assertThat(column(rows, "all", "breadth")).containsExactly(1.0, 0.5);
    }

    @Test
    void aBurstOfOneBuyerIsNoTrend() {
        List<Record> rows =
                steady(80).orders("burst", 10, 6, 42).orders("rising", 10, 5, 1).mart();

        assertThat(column(rows, "all", "sku_id")).containsExactly("rising");
    }

    /** Sells as the steadiest do, and three accounts ordered 60 times on three days that long ago. */
    private TrendingTest burst(int daysAgo) {
        orders("burst", 70, 1, 1);
        for (int back = daysAgo; back < daysAgo + 3; back++) {
            LocalDate day = LAST.minusDays(back);
            sold.add("'m', date'%s', 'burst', 20".formatted(day));
            for (int i = 0; i < 20; i++) {
                lines.add("'m', 'burst', 'b%d-%d', 'account%d', timestamp'%sT05:00:00Z', 'active', false"
                        .formatted(back, i, i % 3, day));
            }
        }
        return this;
    }

    @Test
    void aBurstOfFewAccountsStaysBelowWhatRisesWhenItHasLeftTheLastWeekToo() {
        for (int daysAgo : new int[] {0, 4, 7, 10}) {
            sold.clear();
            lines.clear();
            List<Record> rows =
                    steady(80).orders("rising", 10, 1, 1).burst(daysAgo).mart();

            assertThat(column(rows, "all", "sku_id").get(0)).isEqualTo("rising");
            rows.stream()
                    .filter(row -> row.getField("sku_id").equals("burst"))
                    // Three more buyers than usual, whatever they ordered.
                    .forEach(row -> assertThat((Double) row.getField("score")).isLessThan(3));
        }
    }

    @Test
    void whereBuyersAreNotKnownEachOrderIsOfABuyerOfItsOwn() {
        steady(80).orders("burst", 10, 6, 1).orders("rising", 10, 5, 1);
        List<Object> scores = column(mart(), "all", "score");
        List<String> buyers = List.copyOf(lines);
        lines.clear();
        // sku and order stay as they are, the buyer is left out.
        buyers.forEach(line -> lines.add(line.replaceFirst("^('m', '\\w+', '\\w+'), '\\w+'", "$1, NULL")));

        List<Record> rows = mart();

        assertThat(lines).isNotEqualTo(buyers);
        assertThat(column(rows, "all", "score")).hasSize(2).isEqualTo(scores);
        assertThat(column(rows, "all", "breadth")).containsExactly(1.0, 1.0);
    }

    @Test
    void sellersAreThoseWhoListItNow() {
        listings.add("'m', 'rising', 's1', timestamp'2026-01-01T00:00:00Z', NULL, false");
        listings.add("'m', 'rising', 's2', timestamp'2026-01-01T00:00:00Z', timestamp'2026-03-01T00:00:00Z', false");
        listings.add("'m', 'rising', 's3', timestamp'2026-03-11T00:00:00Z', NULL, false");

        List<Record> rows = steady(80).orders("rising", 10, 5, 1).mart();

        assertThat(column(rows, "all", "sellers")).containsExactly(1L);
        assertThat(column(rows, "all", "saturation")).containsExactly(1 / 35.0);
    }

    @Test
    void todayIsNotOverAndDoesNotCount() {
        steady(80).orders("rising", 10, 5, 1);
        List<Object> before = column(mart(), "all", "expected_orders");
        sold.add("'m', date'2026-03-10', 'rising', 1000");

        assertThat(column(mart(), "all", "expected_orders")).isEqualTo(before);
    }

    @Test
    void withoutEightWeeksNothingTrends() {
        assertThat(steady(55).orders("rising", 10, 5, 1).mart()).isEmpty();
    }

    @Test
    void theGainIsWhatAPoissonCountHasAboveTheMean() {
        for (double mean : new double[] {0.4, 3, 7.25}) {
            for (double expected : new double[] {0.5, 3, 40}) {
                PoissonDistribution count = new PoissonDistribution(expected);
                double sum = IntStream.range(0, 500)
                        .mapToDouble(n -> Math.max(0, n - mean) * count.probability(n))
                        .sum();

                // Both sum the same series; cumulative probabilities are computed to 1e-15 of 1.
                assertThat(new Rise(mean, expected).gain()).isCloseTo(sum, within(1e-9));
            }
        }
    }
}
