/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sourcelens.batch.Rows;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.supplier.ReportingLag;
import io.sourcelens.batch.supplier.ReportingLag.Reports;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class DefectCountsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    /** Noon of today. */
    private static final Marketplace MARKETPLACE =
            new Marketplace("m", "M", "CNY", ZoneId.of("Asia/Shanghai"), 15, Instant.parse("2026-03-01T04:00:00Z"));
    /** Half is reported when a line is one day old, all of it with five days. */
    private static final ReportingLag LAG =
            ReportingLag.of(List.of(new Reports(40, 0, 50), new Reports(40, 4, 50)), 15);

    private static List<TrialCount> counts(String... days) {
        DefectCounts counts = new DefectCounts(
                Rows.of(
                        "day date, supplier_id string, category_id string, order_lines bigint, defect_lines bigint",
                        days),
                MARKETPLACE,
                LAG);
        return counts.collect(Periods.before(TODAY, TODAY.minusDays(180), 30)).get(Target.DEFECT).stream()
                .sorted(TrialCount.ORDER)
                .toList();
    }

    @Test
    void youngLinesAreEvidenceForAsManyAsHaveReportedTheirDefects() {
        TrialCount count = counts("'2026-02-28', 's', 'all', 100, 2", "'2026-02-10', 's', 'all', 50, 5")
                .get(0);

        assertThat(count.trials()).isEqualTo(150);
        assertThat(count.events()).isEqualTo(7);
        // Lines of yesterday are a day old at noon on average: half of theirs is reported.
        assertThat(count.exposure()).isCloseTo(100 * 0.5 + 50, within(1e-6));
    }

    @Test
    void everyLineCountsOnceInItsCategoryOrInNone() {
        assertThat(counts(
                        "'2026-02-01', 's', 'all', 10, 3",
                        "'2026-02-01', 's', 'c1', 6, 2",
                        "'2026-02-01', 's', 'c2', 3, 0",
                        "'2026-01-10', 's', 'all', 4, 1",
                        "'2026-01-10', 's', 'c1', 4, 1"))
                .containsExactly(
                        new TrialCount("s", "c1", 0, 6, 2, 0),
                        new TrialCount("s", "c2", 0, 3, 0, 0),
                        new TrialCount("s", "none", 0, 1, 1, 0),
                        new TrialCount("s", "c1", 1, 4, 1, 0));
    }

    @Test
    void todayIsNotOverAndDaysWithoutLinesAreNone() {
        assertThat(counts("'2026-03-01', 's', 'all', 5, 1", "'2026-02-01', 'parcels only', 'all', 0, 0"))
                .isEmpty();
    }
}
