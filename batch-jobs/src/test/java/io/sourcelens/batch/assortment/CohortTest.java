/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.assortment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.apache.iceberg.data.Record;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CohortTest {
    /** Noon of Wednesday, 10 June in Shanghai. */
    private static final Marketplace ONE =
            new Marketplace("m", "M", "CNY", ZoneId.of("Asia/Shanghai"), 10, Instant.parse("2026-06-10T04:00:00Z"));

    private static final Marketplaces MARKETPLACES = new Marketplaces(List.of(ONE));

    private static Start start(
            long lines, long units, @Nullable Long left, long sellers, long repeated, @Nullable Integer stock) {
        return new Start(lines, lines + 1, lines, units, left, sellers, repeated, stock);
    }

    @Test
    void aCohortIsTheSumOfItsSkus() {
        Cohort cohort = Cohort.of(
                List.of(start(4, 6, 900L, 3, 1, 14), start(2, 3, -100L, 1, 0, null), start(0, 0, 0L, 0, 0, 10)));

        assertThat(cohort.firstSaleShare().orElseThrow()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(cohort.sellThrough().orElseThrow())
                .as("of those whose stock is known: 6 of 6 + 24")
                .isCloseTo(0.2, within(1e-12));
        assertThat(cohort.repeatShare()).hasValue(0.25);
        assertThat(cohort.contributionPerSkuMinor().orElseThrow()).isCloseTo(800 / 3.0, within(1e-9));
        assertThat(cohort.settledShare().orElseThrow()).isCloseTo(6 / 9.0, within(1e-12));
        assertThat(Cohort.of(List.of(start(1, 1, null, 0, 0, null), start(1, 1, 5L, 0, 0, null))))
                .satisfies(one -> {
                    assertThat(one.contributionPerSkuMinor()).isEmpty();
                    assertThat(one.sellThrough()).isEmpty();
                    assertThat(one.repeatShare()).isEmpty();
                });
    }

    @Test
    void whatIsNotOldEnoughHasNoFiguresAndEarlierCohortsAreThoseOfTheSameAge() {
        Map<Arrival, Start[]> starts = new HashMap<>();
        for (int week = 0; week < 5; week++) {
            Start[] ofSku = {
                start(week, week, 10L * week, 0, 0, null), start(week, week, 100L, 0, 0, null), Start.NOTHING
            };
            starts.put(new Arrival("m", "s" + week, LocalDate.of(2026, 5, 4).plusWeeks(week)), ofSku);
        }

        List<Record> rows =
                new CohortRows(LakeTable.mart(Schemas.mart("intake_cohort")), ONE, true, "run").rows(starts);

        assertThat(rows).hasSize(15);
        Record newest = rows.get(4);
        assertThat(newest.getField("week")).isEqualTo(LocalDate.of(2026, 6, 1));
        assertThat(newest.getField("contribution_minor")).isEqualTo(40L);
        assertThat(newest.getField("earlier_cohorts")).isEqualTo(4L);
        assertThat((Double) newest.getField("earlier_contribution_per_sku_minor"))
                .isCloseTo(15, within(1e-9));
        // t of 3 degrees of freedom: 2.3534; s = 12.9099 of 0, 10, 20, 30; √(1 + 1/4) = 1.1180.
        assertThat((Double) newest.getField("earlier_contribution_per_sku_high_minor"))
                .isCloseTo(15 + 2.353363 * 12.909944 * 1.118034, within(1e-4));
        assertThat((Double) newest.getField("earlier_first_sale_share_high")).isEqualTo(1);
        // 30 days after 11 May is the day that is not over.
        assertThat(rows.subList(5, 10))
                .extracting(row -> row.getField("reason"))
                .containsExactly(null, null, "immature", "immature", "immature");
        assertThat(rows.get(7).getField("units")).isNull();
        assertThat(rows.get(7).getField("maturity")).isEqualTo(0.0);
        assertThat(rows.get(7).getField("earlier_cohorts")).isEqualTo(2L);
        assertThat(rows.get(7).getField("earlier_contribution_per_sku_low_minor"))
                .isNull();
    }

    @Test
    void nineOfTenMoreCohortsLieWithinTheIntervalOfTheEarlierOnes() {
        RandomGenerator random = new Well19937c(5);
        int held = 0;
        int tries = 2_000;
        for (int i = 0; i < tries; i++) {
            double[] values = DoubleStream.generate(() -> 100 + 20 * random.nextGaussian())
                    .limit(6)
                    .toArray();
            List<Cohort> earlier = IntStream.range(0, 5)
                    .mapToObj(one -> Cohort.of(List.of(start(1, 1, Math.round(1000 * values[one]), 0, 0, null))))
                    .toList();
            Earlier interval = Earlier.of(earlier, Cohort::contributionPerSkuMinor);
            held += interval.low() <= 1000 * values[5] && 1000 * values[5] <= interval.high() ? 1 : 0;
        }
        // Standard error of the share: 0.7 percentage points.
        assertThat((double) held / tries).isBetween(0.88, 0.92);
    }

    private static Catalogue catalogue(@Nullable String arrived, String firstDay) {
        return new Catalogue(
                Map.of(
                        "m",
                        List.of(new Catalogue.Sku(
                                "s", null, null, null, null, arrived == null ? null : LocalDate.parse(arrived)))),
                arrived == null ? Set.of() : Set.of("m"),
                Map.of("m", LocalDate.parse(firstDay)));
    }

    @Test
    void arrivalsAreOfWeeksThatAreOverAndOfWhichAllOrdersAreKnown() {
        assertThat(Arrival.all(catalogue("2026-06-07", "2026-01-01"), MARKETPLACES, List.of()))
                .containsExactly(new Arrival("m", "s", LocalDate.of(2026, 6, 7)));
        assertThat(Arrival.all(catalogue("2026-06-08", "2026-01-01"), MARKETPLACES, List.of()))
                .isEmpty();
        assertThat(Arrival.all(catalogue("2026-03-04", "2026-03-03"), MARKETPLACES, List.of()))
                .as("its week began before the first order")
                .isEmpty();
        assertThat(Arrival.all(catalogue("2025-12-07", "2025-01-01"), MARKETPLACES, List.of()))
                .as("more than 26 weeks ago")
                .isEmpty();
    }

    @Test
    void firstSalesSoonAfterTheFirstOrderOfAllAreNoArrivals() {
        Date sold = Date.valueOf("2026-04-01");

        assertThat(Arrival.all(catalogue(null, "2026-03-02"), MARKETPLACES, List.of(RowFactory.create("m", "s", sold))))
                .containsExactly(new Arrival("m", "s", LocalDate.of(2026, 4, 1)));
        assertThat(Arrival.all(catalogue(null, "2026-03-03"), MARKETPLACES, List.of(RowFactory.create("m", "s", sold))))
                .isEmpty();
    }
}
