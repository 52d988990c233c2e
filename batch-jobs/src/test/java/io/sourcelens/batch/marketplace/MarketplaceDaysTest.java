/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import io.sourcelens.batch.marketplace.MarketplaceDays.Range;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarketplaceDaysTest {
    private static final LocalDate NEW_YEAR = LocalDate.parse("2026-01-01");

    @Test
    void daysThatFollowEachOtherAreOneRange() {
        MarketplaceDays days = MarketplaceDays.none();
        List.of(0, 1, 2, 5).forEach(day -> days.add("demo", NEW_YEAR.plusDays(day)));

        assertThat(days.ranges())
                .containsExactly(
                        new Range("demo", NEW_YEAR, NEW_YEAR.plusDays(2)),
                        new Range("demo", NEW_YEAR.plusDays(5), NEW_YEAR.plusDays(5)));
    }

    @Test
    void scatteredDaysOfYearsAreFewRangesThatHoldAllOfThem() {
        MarketplaceDays days = MarketplaceDays.none();
        for (int day = 0; day < 4_000; day += 1 + day % 3) {
            days.add("export", NEW_YEAR.plusDays(day));
        }

        List<Range> ranges = days.ranges();

        assertThat(ranges).hasSizeLessThanOrEqualTo(MarketplaceDays.MOST_RANGES);
        assertThat(days.days().get("export"))
                .allMatch(day ->
                        ranges.stream().anyMatch(range -> !day.isBefore(range.first()) && !day.isAfter(range.last())));
    }
}
