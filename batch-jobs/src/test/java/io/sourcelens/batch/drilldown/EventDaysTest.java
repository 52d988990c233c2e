/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.drilldown;

import static org.assertj.core.api.Assertions.assertThat;

import io.sourcelens.batch.lake.Notes;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.MarketplaceDays;
import io.sourcelens.batch.marketplace.Marketplaces;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventDaysTest {
    /** In Shanghai the first of April has begun. */
    private static final Instant AS_OF = Instant.parse("2026-03-31T17:00:00Z");

    private static final LocalDate TODAY = LocalDate.parse("2026-04-01");

    private static Marketplaces knownUntil(Instant asOf) {
        return new Marketplaces(List.of(new Marketplace("m", "M", "CNY", ZoneId.of("Asia/Shanghai"), 15, asOf)));
    }

    private static Notes notedAt(Instant asOf) {
        return EventDays.noteAsOf(Notes.NONE, knownUntil(asOf));
    }

    @Test
    void theLongestWindowHasNinetyDaysAndTodayIsItsLast() {
        assertThat(EventDays.all(knownUntil(AS_OF)).days().get("m"))
                .hasSize(90)
                .startsWith(LocalDate.parse("2026-01-02"))
                .endsWith(TODAY);
    }

    @Test
    void daysOutsideTheWindowAndOfOtherMarketplacesAreNotLookedAt() {
        MarketplaceDays days = MarketplaceDays.none();
        for (String day : List.of("2026-01-01", "2026-01-02", "2026-04-01", "2026-04-02")) {
            days.add("m", LocalDate.parse(day));
            days.add("gone", LocalDate.parse(day));
        }

        assertThat(EventDays.within(days, knownUntil(AS_OF)).days())
                .containsOnlyKeys("m")
                .containsValue(new java.util.TreeSet<>(List.of(LocalDate.parse("2026-01-02"), TODAY)));
    }

    @Test
    void parcelsFallDueOnTheDaysFromTheAsOfBeforeUntilToday() {
        assertThat(EventDays.dueSince(notedAt(Instant.parse("2026-03-30T15:59:59Z")), knownUntil(AS_OF)))
                .hasValueSatisfying(days -> assertThat(days.days().get("m"))
                        .containsExactly(LocalDate.parse("2026-03-30"), LocalDate.parse("2026-03-31"), TODAY));
    }

    @Test
    void nothingFallsDueWhileTheNewestOrderIsTheSame() {
        assertThat(EventDays.dueSince(notedAt(AS_OF), knownUntil(AS_OF)))
                .hasValueSatisfying(days -> assertThat(days.isEmpty()).isTrue());
    }

    @Test
    void whatFellDueCannotBeToldOfANewMarketplaceOrAWithdrawnOrder() {
        assertThat(EventDays.dueSince(Notes.NONE, knownUntil(AS_OF))).isEmpty();
        assertThat(EventDays.dueSince(notedAt(AS_OF.plusMillis(1)), knownUntil(AS_OF)))
                .isEmpty();
    }
}
