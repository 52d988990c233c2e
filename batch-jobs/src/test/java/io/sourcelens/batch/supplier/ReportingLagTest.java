/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.supplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sourcelens.batch.supplier.ReportingLag.Reports;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportingLagTest {
    private static final int WINDOW_DAYS = 15;

    @Test
    void withoutYoungLinesItIsTheShareCounted() {
        ReportingLag lag = ReportingLag.of(List.of(new Reports(30, 2, 30), new Reports(40, 9, 10)), WINDOW_DAYS);

        assertThat(lag.reportedBy(2)).isZero();
        assertThat(lag.reportedBy(3)).isCloseTo(0.75, within(1e-12));
        assertThat(lag.reportedBy(2.5)).isCloseTo(0.375, within(1e-12));
        assertThat(lag.reportedBy(10)).isCloseTo(1, within(1e-12));
        assertThat(lag.reportedBy(-1)).isZero();
        assertThat(lag.reportedBy(99)).isEqualTo(1);
    }

    /** By hand: of old lines half report on day 1 and half on day 8; young ones can only have reported on day 1. */
    @Test
    void youngLinesDoNotMakeReportsLookFaster() {
        List<Reports> old = List.of(new Reports(40, 1, 50), new Reports(40, 8, 50));
        List<Reports> all = new ArrayList<>(old);
        all.add(new Reports(4, 1, 1_000));

        assertThat(ReportingLag.of(all, WINDOW_DAYS).reportedBy(4)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void withTooFewCompleteLinesNothingIsKnown() {
        assertThat(ReportingLag.of(List.of(new Reports(14, 2, 900), new Reports(15, 2, 19)), WINDOW_DAYS))
                .isNull();
    }

    @Test
    void atDaySevenTheErrorIsLessThanAThirdOfTheRawRates() {
        assertThat(new DefectLag(3_000).of(1))
                .allSatisfy(finding ->
                        assertThat(finding.holds()).as(finding.toString()).isTrue());
    }
}
