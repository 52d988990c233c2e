/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator;

import java.time.Duration;
import java.time.Instant;

/** Keeps what live traffic has committed in the truth file: at once at the end, else a few times a second. */
final class LiveLedger {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final TruthFile truth;
    private final RowCounts committed;
    private long orders;
    private Instant writtenAt = Instant.EPOCH;

    LiveLedger(TruthFile truth) {
        this.truth = truth;
        TruthFile.Live before = truth.live();
        committed = RowCounts.of(before.rows());
        orders = before.orders();
    }

    /** Adds a transaction that was committed. */
    void committed(RowCounts counts, long newOrders, Instant now) {
        committed.add(counts);
        orders += newOrders;
        if (writtenAt.plus(PAUSE).isBefore(now)) {
            write(now);
        }
    }

    void write(Instant now) {
        truth.writeLive(new TruthFile.Live(orders, committed.byTable(), now));
        writtenAt = now;
    }
}
