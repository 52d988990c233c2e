/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PeriodsTest {
    private static final LocalDate ORIGIN = LocalDate.of(2026, 3, 1);

    @Test
    void aPeriodIsAsLongAsTheHorizonWhereThereAreSix() {
        assertThat(Periods.before(ORIGIN, ORIGIN.minusDays(180), 30).days()).isEqualTo(30);
        assertThat(Periods.before(ORIGIN, ORIGIN.minusDays(179), 30).days()).isEqualTo(10);
    }

    @Test
    void evidenceIsNoOlderThanAYearOrFourHorizons() {
        LocalDate old = ORIGIN.minusDays(5_000);

        assertThat(Periods.before(ORIGIN, old, 90).evidenceDays()).isEqualTo(360);
        assertThat(Periods.before(ORIGIN, old, 365).evidenceDays()).isEqualTo(1_460);
    }

    @Test
    void theDayBeforeTheOriginIsTheNewest() {
        Periods periods = Periods.before(ORIGIN, ORIGIN.minusDays(200), 30);

        assertThat(periods.ago(ORIGIN.minusDays(1))).isZero();
        assertThat(periods.ago(ORIGIN.minusDays(30))).isZero();
        assertThat(periods.ago(ORIGIN.minusDays(31))).isEqualTo(1);
    }
}
