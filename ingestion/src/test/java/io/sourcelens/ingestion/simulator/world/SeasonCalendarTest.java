/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SeasonCalendarTest {
    private final SeasonCalendar calendar = new SeasonCalendar();

    @Test
    void sundaysSellMoreThanThursdays() {
        assertThat(calendar.demand(LocalDate.of(2026, 8, 16)))
                .isGreaterThan(1.2 * calendar.demand(LocalDate.of(2026, 8, 13)));
    }

    @Test
    void singlesDaySellsThreeTimesAsMuchAndTheDayAfterLess() {
        assertThat(calendar.festival(LocalDate.of(2026, 11, 11))).isEqualTo(3.4);
        assertThat(calendar.festival(LocalDate.of(2026, 11, 10))).isBetween(1.5, 2.0);
        assertThat(calendar.festival(LocalDate.of(2026, 11, 12))).isLessThan(1);
    }

    @Test
    void hardlyAnyoneBuysAtSpringFestival() {
        assertThat(calendar.festival(LocalDate.of(2027, 2, 7))).isLessThan(0.5);
    }

    @Test
    void aWholeDayHasTheWholeDemand() {
        assertThat(calendar.shareBefore(24)).isEqualTo(1);
        assertThat(calendar.shareBefore(0)).isZero();
        assertThat(calendar.shareBefore(12)).isBetween(0.3, 0.5);
    }
}
