/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.drilldown;

import io.sourcelens.batch.lake.Notes;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.MarketplaceDays;
import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.batch.supplier.SupplierScorecard;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Days of the longest window of a scorecard. */
final class EventDays {
    private static final String AS_OF = "as-of.";

    private EventDays() {}

    /** First day of the longest window. */
    static LocalDate first(Marketplace marketplace) {
        return marketplace.today().minusDays(SupplierScorecard.LONGEST_WINDOW_DAYS - 1L);
    }

    /** Every day of the longest window. */
    static MarketplaceDays all(Marketplaces marketplaces) {
        MarketplaceDays all = MarketplaceDays.none();
        marketplaces.all().forEach(one -> addAll(all, one, first(one), one.today()));
        return all;
    }

    /** Those of the days that are in the longest window. */
    static MarketplaceDays within(MarketplaceDays days, Marketplaces marketplaces) {
        MarketplaceDays within = MarketplaceDays.none();
        for (Marketplace one : marketplaces.all()) {
            Optional.ofNullable(days.days().get(one.id()))
                    .ifPresent(some ->
                            some.subSet(first(one), one.today().plusDays(1)).forEach(day -> within.add(one.id(), day)));
        }
        return within;
    }

    /**
     * Days that entered the window or of which more is due since the mart was noted.
     *
     * @return empty if that cannot be told: a marketplace is new, or its newest order was withdrawn
     */
    static Optional<MarketplaceDays> dueSince(Notes noted, Marketplaces marketplaces) {
        MarketplaceDays days = MarketplaceDays.none();
        for (Marketplace one : marketplaces.all()) {
            Optional<Instant> before = noted.text(AS_OF + one.id()).map(Instant::parse);
            if (before.isEmpty() || before.get().isAfter(one.knownUntil())) {
                return Optional.empty();
            }
            if (before.get().isBefore(one.knownUntil())) {
                addAll(days, one, one.day(before.get()), one.today());
            }
        }
        return Optional.of(days);
    }

    /** The notes, and until when each marketplace is known. */
    static Notes noteAsOf(Notes notes, Marketplaces marketplaces) {
        Notes with = notes;
        for (Marketplace one : marketplaces.all()) {
            with = with.with(AS_OF + one.id(), one.knownUntil().toString());
        }
        return with;
    }

    private static void addAll(MarketplaceDays days, Marketplace marketplace, LocalDate from, LocalDate to) {
        from.datesUntil(to.plusDays(1)).forEach(day -> days.add(marketplace.id(), day));
    }
}
