/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.supplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sourcelens.batch.supplier.ReportingLag.Reports;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.distribution.GammaDistribution;
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

    /** Delivery after a lognormal time, report a gamma one later, more orders every week: nothing of it is assumed. */
    @Test
    void atDaySevenTheErrorIsLessThanAThirdOfTheRawRates() {
        Random random = new Random(3);
        GammaDistribution afterDelivery = new GammaDistribution(1.6, 2.2);
        afterDelivery.reseedRandomGenerator(4);
        List<Reports> reports = new ArrayList<>();
        double raw = 0;
        double eventually = 0;
        for (int ageDays = 0; ageDays < 60; ageDays++) {
            int lines = 3_000 - 20 * ageDays;
            for (int i = 0; i < lines; i++) {
                double lagDays = Math.exp(1 + 0.3 * random.nextGaussian()) + 0.33 + afterDelivery.sample();
                boolean defect = random.nextDouble() < 0.06 && lagDays < WINDOW_DAYS;
                boolean seen = defect && (int) lagDays < ageDays;
                if (seen) {
                    reports.add(new Reports(ageDays, (int) lagDays, 1));
                }
                boolean ofTheWeek = ageDays < 7;
                raw += ofTheWeek && seen ? 1 : 0;
                eventually += ofTheWeek && defect ? 1 : 0;
            }
        }
        ReportingLag lag = ReportingLag.of(reports, WINDOW_DAYS);
        double exposed = 0;
        double placed = 0;
        for (int ageDays = 0; ageDays < 7; ageDays++) {
            exposed += (3_000 - 20 * ageDays) * lag.reportedBy(ageDays);
            placed += 3_000 - 20 * ageDays;
        }

        double truth = eventually / placed;
        double rawError = Math.abs(raw / placed - truth);
        double error = Math.abs(raw / exposed - truth);
        assertThat(rawError).as("what is to be corrected").isGreaterThan(0.02);
        assertThat(error).isLessThan(rawError / 3);
    }
}
