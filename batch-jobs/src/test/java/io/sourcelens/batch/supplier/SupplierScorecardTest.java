/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.supplier;

import static org.assertj.core.api.Assertions.assertThat;

import io.sourcelens.batch.Rows;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.data.Record;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class SupplierScorecardTest {
    private static final Marketplaces MARKETPLACES = new Marketplaces(List.of(
            new Marketplace("m", "M", "CNY", ZoneId.of("Asia/Shanghai"), 10, Instant.parse("2026-03-10T04:00:00Z"))));

    /** A quarter is reported by the fifth day, all by the tenth. */
    private static final ReportingLag LAG =
            ReportingLag.of(List.of(new ReportingLag.Reports(40, 4, 25), new ReportingLag.Reports(40, 9, 75)), 10);

    private static Dataset<Row> days(String... rows) {
        return Rows.of(
                "marketplace string, day date, supplier_id string, category_id string, parcels_due bigint, parcels_late bigint, parcels_not_scanned bigint, order_lines bigint, defect_lines bigint",
                rows);
    }

    private static Dataset<Row> dueToday(String... rows) {
        return Rows.of(
                "marketplace string, day date, supplier_id string, category_id string, parcels_due bigint, parcels_late bigint, parcels_not_scanned bigint",
                rows);
    }

    private static Dataset<Row> settled(String... rows) {
        return Rows.of(
                "marketplace string, day date, supplier_id string, category_id string, settled_lines bigint", rows);
    }

    private static SupplierScorecard scorecard(Set<String> withScans, Set<String> withCases) {
        return new SupplierScorecard(
                MARKETPLACES, Map.of("m", Map.of("f", "Factory")), withScans, withCases, Map.of("m", LAG), "run");
    }

    @Test
    void windowsEndTodayAndOfTodayOnlyParcelsAlreadyDueCount() {
        Dataset<Row> windows = SupplierCounts.windows(
                days(
                        "'m', '2026-03-10', 'f', 'all', 9, 9, 9, 1, 0",
                        "'m', '2026-02-09', 'f', 'all', 4, 1, 0, 2, 1",
                        "'m', '2026-02-08', 'f', 'all', 8, 2, 1, 4, 1",
                        "'m', '2025-12-10', 'f', 'all', 100, 100, 100, 100, 100"),
                dueToday("'m', '2026-03-10', 'f', 'all', 2, 1, 1"),
                settled(),
                MARKETPLACES,
                Map.of());

        assertThat(Rows.texts(
                        windows,
                        "window_days",
                        "parcels_due",
                        "parcels_late",
                        "parcels_not_scanned",
                        "order_lines",
                        "defect_lines",
                        "settled_lines"))
                .containsExactly("30, 6, 2, 1, 3, 1, 2", "90, 14, 4, 2, 7, 2, 6");
    }

    @Test
    void ofTheEdgeDayOnlySettledLinesMature() {
        Dataset<Row> windows = SupplierCounts.windows(
                days("'m', '2026-02-28', 'f', 'all', 0, 0, 0, 10, 0"),
                dueToday(),
                settled("'m', '2026-02-28', 'f', 'all', 4"),
                MARKETPLACES,
                Map.of());

        assertThat(Rows.texts(windows, "window_days", "order_lines", "settled_lines"))
                .containsExactly("30, 10, 4", "90, 10, 4");
    }

    private static SupplierCount count(String supplier, long due, long late, long lines, long defects) {
        return new SupplierCount(
                "m",
                supplier,
                "all",
                30,
                due,
                late,
                0,
                lines,
                defects,
                lines / 2,
                250_000L * lines,
                eachOnADayOfItsOwn(due, late),
                eachOnADayOfItsOwn(lines, defects));
    }

    private static DayClusters eachOnADayOfItsOwn(long trials, long events) {
        return new DayClusters(trials, events, trials, trials, events, events);
    }

    @Test
    void ratesAreShrunkTowardsThePeersWithinTheirInterval() {
        List<Record> rows = scorecard(Set.of("m"), Set.of("m"))
                .rows(List.of(count("f", 4, 4, 100, 3), count("g", 400, 20, 100, 1), count("h", 400, 80, 100, 9)));

        Record few = rows.get(0);
        assertThat(few.getField("supplier_name")).isEqualTo("Factory");
        assertThat(few.getField("late_dispatch_rate_raw")).isEqualTo(1.0);
        assertThat((Double) few.getField("late_dispatch_rate"))
                .isLessThan(0.9)
                .isBetween((Double) few.getField("late_dispatch_rate_low"), (Double)
                        few.getField("late_dispatch_rate_high"));
        assertThat(few.getField("maturity")).isEqualTo(0.5);
    }

    @Test
    void withoutEvidenceARateIsNullAndSoIsWhatTheMarketplaceDoesNotDeliver() {
        Record idle = scorecard(Set.of("m"), Set.of("m"))
                .rows(List.of(count("f", 0, 0, 8, 1), count("g", 9, 1, 8, 1)))
                .get(0);
        assertThat(idle.getField("late_dispatch_rate_raw")).isNull();
        assertThat(idle.getField("late_dispatch_rate")).isNull();
        assertThat(idle.getField("defect_rate")).isNotNull();

        Record mute = scorecard(Set.of(), Set.of())
                .rows(List.of(count("f", 9, 9, 8, 0), count("g", 9, 9, 8, 0)))
                .get(0);
        assertThat(List.of("late_dispatch_rate_raw", "late_dispatch_rate_high", "defect_rate_raw", "defect_rate_low"))
                .allMatch(rate -> mute.getField(rate) == null);
    }

    @Test
    void youngLinesAreWeightedByWhatTheyHaveReported() {
        Dataset<Row> windows = SupplierCounts.windows(
                days(
                        // As of noon: ordered 4.5 to 5.5 days before, and long ago.
                        "'m', '2026-03-05', 'f', 'all', 0, 0, 0, 8, 1", "'m', '2026-02-01', 'f', 'all', 0, 0, 0, 4, 1"),
                dueToday(),
                settled(),
                MARKETPLACES,
                Map.of("m", LAG));

        assertThat(Rows.texts(windows, "window_days", "order_lines", "reported_millionths"))
                .containsExactly("30, 8, 2000000", "90, 12, 6000000");
    }

    @Test
    void theExpectedDefectRateIsOfTheLinesThatHaveReported() {
        List<Record> rows = scorecard(Set.of("m"), Set.of("m"))
                .rows(List.of(count("f", 4, 0, 1_000, 10), count("g", 4, 0, 1_000, 30), count("h", 4, 0, 4, 2)));

        Record first = rows.get(0);
        assertThat(first.getField("defect_reported")).isEqualTo(0.25);
        assertThat((Double) first.getField("defect_rate_expected"))
                .isBetween(0.03, 0.06)
                .isBetween((Double) first.getField("defect_rate_expected_low"), (Double)
                        first.getField("defect_rate_expected_high"));
        assertThat((Double) rows.get(2).getField("defect_rate_expected_high")).isLessThanOrEqualTo(1);
    }
}
