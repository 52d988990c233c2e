/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Waits until every row that was committed has arrived in the lake. */
final class FirstCapture {
    private static final Duration TIMEOUT = Duration.ofMinutes(30);
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(1);
    private static final Duration TOLD_EVERY = Duration.ofSeconds(5);

    private FirstCapture() {}

    static void await(StackSettings settings, Progress.Detail detail)
            throws SQLException, IOException, InterruptedException {
        if (settings.localWarehouse().isEmpty()) {
            detail.say("the lake is not on this machine: not waiting for the history");
            return;
        }
        var committed = CapturedRows.committed(settings);
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        long toldAt = 0;
        CapturedRows rows = new CapturedRows(committed, captured(settings));
        while (!rows.isComplete()) {
            if (System.nanoTime() > deadline) {
                throw new StackException(
                        "Cannot capture the history: %s after %d minutes; see ./sourcelens logs connect and logs flink"
                                .formatted(rows, TIMEOUT.toMinutes()));
            }
            if (System.nanoTime() - toldAt > TOLD_EVERY.toNanos()) {
                toldAt = System.nanoTime();
                detail.say(rows.toString());
            }
            TimeUnit.MILLISECONDS.sleep(POLL_INTERVAL.toMillis());
            rows = new CapturedRows(committed, captured(settings));
        }
        detail.say(rows.toString());
    }

    /** Nothing, as far as one can see, while the catalog does not answer: its database is started again. */
    private static Map<String, Long> captured(StackSettings settings) throws IOException {
        try {
            return CapturedRows.captured(settings);
        } catch (SQLException e) {
            return Map.of();
        }
    }
}
