/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history.mapping;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What holds for a whole export.
 *
 * @param name for people
 * @param exportedAt when rows that have no time of their own were so; null: when the latest row was
 */
public record MarketplaceFacts(
        String name,
        Currency currency,
        ZoneId timeZone,
        int returnWindowDays,
        @Nullable Instant exportedAt) {
    /** How many minor units make a major one. */
    long minorPerMajor() {
        return Math.round(Math.pow(10, Math.max(0, currency.getDefaultFractionDigits())));
    }
}
