/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import io.sourcelens.stack.Progress;
import io.sourcelens.stack.StackException;
import io.sourcelens.stack.StackSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The load and the time after it until orders arrive as fast as ever.
 *
 * @param changesPerSecondWanted what was asked for
 * @param changesPerSecond what was reached
 * @param until when the load ended
 * @param recoveredSeconds from then until lag was normal
 * @param failedLooks answers to readers that were errors
 */
record LoadPhase(
        double changesPerSecondWanted,
        double changesPerSecond,
        Instant until,
        double recoveredSeconds,
        List<MarkerWait> waits,
        long failedLooks) {
    /** As large as transactions may be that one waits for: less of the time goes into beginning and ending them. */
    private static final int ORDERS_PER_TRANSACTION = 50;

    private static final Duration LOOK = Duration.ofSeconds(1);

    /** Returns when all sessions that wrote have ended. */
    static LoadPhase run(StackSettings settings, Progress progress, Pace pace, Duration duration, AtomicLong changes)
            throws Exception {
        try (MarkerWatch markers = new MarkerWatch(settings, duration.plus(LoadBench.RECOVERY.multipliedBy(2)))) {
            double seconds = new LoadTraffic(settings, pace, duration, ORDERS_PER_TRANSACTION, changes).run();
            Instant until = Instant.now();
            progress.say("load", "ended after %,d changes in %.0f s".formatted(changes.get(), seconds));
            double recovered = awaitNormal(markers, until);
            progress.say("load", "lag is normal again %.0f s after the load".formatted(recovered));
            return new LoadPhase(
                    pace.changesPerSecond(),
                    changes.get() / seconds,
                    until,
                    recovered,
                    markers.waits(),
                    markers.failedLooks());
        }
    }

    private static double awaitNormal(MarkerWatch markers, Instant until) throws Exception {
        long deadline = System.nanoTime() + LoadBench.RECOVERY.toNanos();
        OptionalDouble normal = OptionalDouble.empty();
        while (normal.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new StackException(
                        "Cannot go on: lag is not normal %d minutes after the load; see above which hop is behind"
                                .formatted(LoadBench.RECOVERY.toMinutes()));
            }
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
            markers.requireGoingOn();
            normal = MarkerWait.backToNormal(markers.waits(), until.toEpochMilli());
        }
        return normal.getAsDouble();
    }
}
