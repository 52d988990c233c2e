/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.world;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Who transports parcels.
 *
 * @param pace factor on a lane's transit hours
 */
public record Carrier(int number, String name, double pace, double weight) {
    public static final double BAD_WEEK_PACE = 1.75;
    private static final double BAD_WEEK_PROBABILITY = 0.1;
    private static final LocalDate A_MONDAY = LocalDate.of(2024, 1, 1);

    static final List<Carrier> ALL = List.of(
            new Carrier(0, "顺丰", 0.72, 1.2),
            new Carrier(1, "中通", 1.0, 3.0),
            new Carrier(2, "圆通", 1.06, 2.4),
            new Carrier(3, "韵达", 1.08, 2.2),
            new Carrier(4, "申通", 1.12, 1.6),
            new Carrier(5, "极兔", 1.15, 1.6));

    /** Whether everything it picks up in the week of that instant takes {@link #BAD_WEEK_PACE} times as long. */
    public boolean hasBadWeek(long seed, Instant at) {
        return hasBadWeek(seed, WorldOptions.day(at));
    }

    public boolean hasBadWeek(long seed, LocalDate day) {
        long week = Math.floorDiv(ChronoUnit.DAYS.between(A_MONDAY, day), 7);
        return Randomness.of(seed, "bad week", number, week).chance(BAD_WEEK_PROBABILITY);
    }
}
