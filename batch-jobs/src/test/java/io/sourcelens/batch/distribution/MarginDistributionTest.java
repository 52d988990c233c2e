/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.sourcelens.batch.Rows;
import io.sourcelens.batch.marketplace.CategoryTree;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.batch.mart.Basis;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.iceberg.data.Record;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class MarginDistributionTest {
    /** 10 March in Shanghai; days before 28 February are settled. */
    private static final Marketplaces MARKETPLACES = new Marketplaces(List.of(
            new Marketplace("m", "M", "CNY", ZoneId.of("Asia/Shanghai"), 10, Instant.parse("2026-03-10T04:00:00Z"))));

    private static final Dataset<Row> SKUS = Rows.of(
            "marketplace string, sku_id string, name_zh string, name_en string, category_id string, deleted boolean",
            "'m', 'k', '杯', 'cup', 'c', false");

    /** A day of a sku, by what its lines left. */
    private static String day(String day, String sku, Long... contributions) {
        return "'m', '%s', '%s', 'f', %d, 0, %d, %d, array(%s)"
                .formatted(
                        day,
                        sku,
                        contributions.length,
                        Arrays.stream(contributions).filter(left -> left < 0).count(),
                        Arrays.stream(contributions).mapToLong(left -> left).sum(),
                        String.join(
                                ", ",
                                Arrays.stream(contributions)
                                        .map(left -> left + "L")
                                        .toList()));
    }

    private static Dataset<Row> rollup(String... rows) {
        return Rows.of(
                "marketplace string, day date, sku_id string, supplier_id string, order_lines bigint,"
                        + " cancelled_order_lines bigint, loss_lines bigint, contribution_minor bigint,"
                        + " line_contributions_minor array<bigint>",
                rows);
    }

    private static List<Record> mart(Set<String> withPayments, Set<String> withCases, String... days) {
        Dataset<Row> summed = SkuMargins.summed(rollup(days), SKUS, MARKETPLACES);
        return new MarginDistribution(new Basis("run", MARKETPLACES, withPayments, withCases, Set.of()))
                .rows(SkuMargins.collect(summed, CategoryTree.of(List.of())));
    }

    private static List<String> texts(List<Record> rows, String... columns) {
        return rows.stream()
                .map(row -> String.join(
                        ", ",
                        Arrays.stream(columns)
                                .map(column -> String.valueOf(row.getField(column)))
                                .toList()))
                .sorted()
                .toList();
    }

    @Test
    void quantilesAreLinesThatWereSeenOverAllDaysOfTheWindow() {
        assertThat(texts(
                        mart(
                                Set.of("m"),
                                Set.of("m"),
                                day("2026-02-20", "k", 30L, 50L, 70L, 90L, 100L),
                                day("2026-02-21", "k", -10L, 20L, 40L, 60L, 80L)),
                        "name_en",
                        "order_lines",
                        "order_days",
                        "contribution_minor",
                        "contribution_mean_minor",
                        "contribution_p10_minor",
                        "contribution_median_minor",
                        "contribution_p90_minor",
                        "loss_lines",
                        "loss_rate_raw",
                        "reason"))
                .containsExactly("cup, 10, 2, 530, 53.0, -10, 50, 90, 1, 0.1, null");
    }

    @Test
    void settledDaysStandApartFromThoseWhoseReturnsAreStillToCome() {
        assertThat(texts(
                        mart(
                                Set.of("m"),
                                Set.of("m"),
                                day("2025-12-10", "k", 1L),
                                day("2025-12-11", "k", 2L),
                                day("2026-02-27", "k", 3L, 3L),
                                day("2026-02-28", "k", 4L),
                                day("2026-03-10", "k", 5L)),
                        "settlement",
                        "contribution_minor",
                        "window_start",
                        "window_end",
                        "maturity"))
                .containsExactly(
                        "estimated, 9, 2026-02-28, 2026-03-10, 0.6", "settled, 8, 2025-12-11, 2026-02-27, 0.6");
    }

    @Test
    void whatIsNotKnownIsNullWithAReason() {
        String[] columns = {
            "order_lines", "contribution_minor", "contribution_median_minor", "loss_probability", "reason"
        };
        String day = day("2026-02-20", "k", 30L);
        String unknown = "'m', '2026-02-21', 'k', 'f', 2, 0, NULL, NULL, NULL";

        assertThat(texts(mart(Set.of(), Set.of("m"), day), columns))
                .containsExactly("1, null, null, null, no_payments");
        assertThat(texts(mart(Set.of("m"), Set.of(), day), columns)).containsExactly("1, null, null, null, no_cases");
        assertThat(texts(mart(Set.of("m"), Set.of("m"), day, unknown), columns))
                .containsExactly("3, null, null, null, no_costs");
    }

    /** Probabilities are bimodal and lines of a day go together, so neither the prior nor independence holds. */
    @Test
    void nineOfTenIntervalsHoldTheTrueProbabilityOfALoss() {
        Random random = new Random(11);
        List<Double> truth = new ArrayList<>();
        List<SkuMargin> margins = new ArrayList<>();
        for (int sku = 0; sku < 1_500; sku++) {
            double center = random.nextDouble() < 0.7 ? 0.1 : 0.35;
            truth.add(center);
            long[][] days = new long[3 + random.nextInt(40)][];
            for (int day = 0; day < days.length; day++) {
                // Beta(2, 2 (1 − p) ÷ p) has mean p; its spread makes lines of a day alike.
                double ofDay = new org.apache.commons.math3.distribution.BetaDistribution(
                                null, 2, 2 * (1 - center) / center)
                        .inverseCumulativeProbability(random.nextDouble());
                days[day] = LongStream.range(0, 1 + random.nextInt(6))
                        .map(line -> random.nextDouble() < ofDay ? 1 : 0)
                        .toArray();
            }
            DayTotals losses = DayTotalsTest.of(days);
            margins.add(new SkuMargin(
                    "m",
                    "%04d".formatted(sku),
                    "f",
                    true,
                    new SkuMargin.Details(null, null, null),
                    null,
                    losses.lines(),
                    0,
                    losses.days(),
                    new SkuMargin.Left(losses, losses, 0, 0, 0)));
        }

        List<Record> rows = new MarginDistribution(new Basis("run", MARKETPLACES, Set.of("m"), Set.of("m"), Set.of()))
                .rows(margins);

        long held = rows.stream()
                .filter(row -> {
                    double probability = truth.get(Integer.parseInt((String) row.getField("sku_id")));
                    return (Double) row.getField("loss_probability_low") <= probability
                            && probability <= (Double) row.getField("loss_probability_high");
                })
                .count();
        // Standard error of the share: 0.8 percentage points; a Beta prior is not two points.
        assertThat((double) held / rows.size()).isBetween(0.87, 0.94);
    }
}
