/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sourcelens.batch.marketplace.Marketplace;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class OriginsTest {
    private static final LocalDate FIRST_DAY = LocalDate.parse("2009-12-01");

    private static BacktestPlan plan(String asOf, String from, String to, int horizonDays, int stepDays) {
        Marketplace retail = new Marketplace("m", "M", "GBP", ZoneId.of("Europe/London"), 0, Instant.parse(asOf));
        return new BacktestPlan(
                retail,
                from == null ? null : LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                horizonDays,
                stepDays);
    }

    @Test
    void aYearHasEveryMondayWithEightFullWeeksBehindItAndOneBeforeTheEnd() {
        assertThat(Origins.of(plan("2010-12-09T20:01:00Z", null, null, 7, 7), FIRST_DAY, 56))
                .hasSize(44)
                .startsWith(LocalDate.parse("2010-02-01"), LocalDate.parse("2010-02-08"))
                .endsWith(LocalDate.parse("2010-11-29"));
    }

    @Test
    void theHorizonEndsBeforeTodayWhichIsNotOver() {
        assertThat(Origins.of(plan("2010-02-08T00:00:00Z", null, null, 7, 7), FIRST_DAY, 56))
                .containsExactly(LocalDate.parse("2010-02-01"));
        assertThat(Origins.of(plan("2010-02-07T23:59:59Z", null, null, 7, 7), FIRST_DAY, 56))
                .isEmpty();
    }

    @Test
    void aStepOfOneDayBeginsOnAMondayToo() {
        assertThat(Origins.of(plan("2010-02-11T12:00:00Z", null, null, 7, 1), FIRST_DAY, 56))
                .containsExactly(
                        LocalDate.parse("2010-02-01"),
                        LocalDate.parse("2010-02-02"),
                        LocalDate.parse("2010-02-03"),
                        LocalDate.parse("2010-02-04"));
    }

    @Test
    void originsCanBeBounded() {
        assertThat(Origins.of(plan("2010-12-09T20:01:00Z", "2010-03-02", "2010-03-20", 7, 7), FIRST_DAY, 56))
                .containsExactly(LocalDate.parse("2010-03-08"), LocalDate.parse("2010-03-15"));
        assertThat(Origins.of(plan("2010-12-09T20:01:00Z", "2009-12-02", "2010-02-01", 7, 7), FIRST_DAY, 56))
                .containsExactly(LocalDate.parse("2010-02-01"));
    }

    @Test
    void aHorizonOfNoDaysIsRefused() {
        assertThatThrownBy(() -> plan("2010-12-09T20:01:00Z", null, null, 0, 7))
                .isInstanceOf(BacktestException.class)
                .hasMessage("Cannot backtest 0 days every 7 days: both must be 1 or more");
    }
}
