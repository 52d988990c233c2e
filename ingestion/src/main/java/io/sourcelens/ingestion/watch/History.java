/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.watch;

import io.sourcelens.ingestion.watch.Reading.Log;
import io.sourcelens.ingestion.watch.Reading.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What one reading cannot tell: since when nothing has moved.
 *
 * @param reading the newest
 * @param slotMoved when the slot was last seen to advance, or to have nothing to do
 * @param recordsPerSecond into the topics, between the last two readings
 */
record History(Reading reading, Instant slotMoved, double recordsPerSecond) {

    static History startingWith(Reading reading) {
        return new History(reading, reading.at(), 0);
    }

    History next(Reading newer) {
        return new History(newer, hasMoved(newer) ? newer.at() : slotMoved, rate(newer));
    }

    Duration slotSilence() {
        return Duration.between(slotMoved, reading.at());
    }

    /** A slot that cannot be seen has not moved: PostgreSQL that does not answer takes nobody's changes over. */
    private boolean hasMoved(Reading newer) {
        Optional<Long> before = reading.slot().map(Slot::confirmedPosition);
        return newer.slot().isPresent()
                && (newer.slot().get().behindBytes() == 0
                        || !before.equals(newer.slot().map(Slot::confirmedPosition)));
    }

    private double rate(Reading newer) {
        double seconds = Duration.between(reading.at(), newer.at()).toMillis() / 1e3;
        Optional<Long> before = reading.log().map(Log::total);
        Optional<Long> now = newer.log().map(Log::total);
        return before.isEmpty() || now.isEmpty() || seconds <= 0 ? 0 : Math.max(0, now.get() - before.get()) / seconds;
    }
}
