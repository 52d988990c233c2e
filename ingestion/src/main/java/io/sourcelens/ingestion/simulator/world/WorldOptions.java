/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * What a world follows from.
 *
 * @param days marketplace days of history, the (partial) day of {@code until} included
 * @param until what happens later is not history
 */
public record WorldOptions(long seed, int days, int suppliers, int sellers, int skus, int orderLines, Instant until) {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    public WorldOptions {
        if (days < 1 || suppliers < 8 || sellers < 1 || skus < suppliers || orderLines < days) {
            throw new IllegalArgumentException(
                    ("Cannot simulate %d days, %d suppliers, %d sellers, %d skus, %d order lines: a world needs a day, 8"
                                    + " suppliers, a seller, a sku per supplier and an order line per day; ask for more")
                            .formatted(days, suppliers, sellers, skus, orderLines));
        }
        until = until.truncatedTo(ChronoUnit.SECONDS);
    }

    public LocalDate firstDay() {
        return lastDay().minusDays(days - 1L);
    }

    public LocalDate lastDay() {
        return day(until);
    }

    public Instant start() {
        return startOf(firstDay());
    }

    /** Days since the start of the history, with fraction. */
    public double age(Instant at) {
        return Duration.between(start(), at).toSeconds() / 86_400.0;
    }

    public static LocalDate day(Instant at) {
        return at.atZone(ZONE).toLocalDate();
    }

    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }
}
