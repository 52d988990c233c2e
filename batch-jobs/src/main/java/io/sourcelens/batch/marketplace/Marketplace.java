/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.marketplace;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A marketplace.
 *
 * @param id its name in every table
 * @param returnWindowDays days of 24 hours after an order during which a return may still be opened
 * @param asOf its newest order that is known; null before the first one
 */
public record Marketplace(
        String id,
        String name,
        String currency,
        ZoneId timeZone,
        int returnWindowDays,
        @Nullable Instant asOf) {

    /** Day of the instant, counted in the marketplace's zone. */
    public LocalDate day(Instant instant) {
        return instant.atZone(timeZone).toLocalDate();
    }

    /** First instant of a day. */
    public Instant start(LocalDate day) {
        return day.atStartOfDay(timeZone).toInstant();
    }

    /** The instant up to which everything is known. */
    public Instant knownUntil() {
        if (asOf == null) {
            throw new IllegalStateException("Cannot tell until when " + id + " is known: it has no order yet");
        }
        return asOf;
    }

    /** Last day of every window. */
    public LocalDate today() {
        return day(knownUntil());
    }

    /** How much of {@link #today} has passed: 0 to 1, or a little more on a day of 25 hours. */
    public double daysOfToday() {
        return Duration.between(start(today()), knownUntil()).toSeconds()
                / (double) Duration.ofDays(1).toSeconds();
    }

    /** First day that is not over: what is known until its last microsecond is known whole. */
    public LocalDate unfinishedDay() {
        return day(knownUntil().plus(1, ChronoUnit.MICROS));
    }

    /** Lines ordered until then are settled: their return window has closed. */
    public Instant settledUntil() {
        return knownUntil().minus(Duration.ofDays(returnWindowDays));
    }

    Marketplace knownUntil(@Nullable Instant newestOrder) {
        return new Marketplace(id, name, currency, timeZone, returnWindowDays, newestOrder);
    }
}
