/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.chaos;

import io.sourcelens.stack.CapturedRows;
import io.sourcelens.stack.LocalStack;
import io.sourcelens.stack.Progress;
import io.sourcelens.stack.StackException;
import io.sourcelens.stack.chaos.KillPlan.Kill;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Kills parts of a running stack and waits until rows flow again. */
public final class Fire {
    private static final Duration RETURNED = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMillis(250);

    private final LocalStack stack;
    private final Moments moments;
    private final Progress progress;

    Fire(LocalStack stack, Progress progress) {
        this.stack = stack;
        this.moments = new Moments(stack.settings());
        this.progress = progress;
    }

    /**
     * What a kill cost.
     *
     * @param moment the one that it met, {@link Moment#ANY} if the wanted one did not come
     * @param seconds from the kill until the part was back and new rows arrived in the lake
     */
    public record Wound(String part, Moment moment, double seconds) {}

    /** Under live traffic. */
    Wound live(Kill kill) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(kill.pause().toMillis());
        boolean came = moments.await(kill.moment());
        TimeUnit.MILLISECONDS.sleep(kill.delay().toMillis());
        return strike(kill, came ? kill.moment() : Moment.ANY);
    }

    /** While the history is captured: when a share of it has arrived. */
    Wound whileHistoryArrives(Kill kill, long rows) throws InterruptedException {
        awaitRows(rows);
        return strike(kill, Moment.SNAPSHOT);
    }

    private Wound strike(Kill kill, Moment moment) throws InterruptedException {
        long since = System.nanoTime();
        long pid = stack.kill(kill.part());
        stack.awaitReturn(kill.part(), pid, RETURNED);
        awaitRows(rowsOnceReadable() + 1);
        double seconds = (System.nanoTime() - since) / 1e9;
        progress.say("chaos", "%s killed (%s), rows flow again after %.1f s".formatted(kill.part(), moment, seconds));
        return new Wound(kill.part(), moment, seconds);
    }

    private void awaitRows(long rows) throws InterruptedException {
        long deadline = System.nanoTime() + RETURNED.toNanos();
        while (arrived() < rows) {
            if (System.nanoTime() > deadline) {
                throw new StackException(
                        "Cannot go on: no new rows in the lake for %d s; see the logs of connect and flink"
                                .formatted(RETURNED.toSeconds()));
            }
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
        }
    }

    private long rowsOnceReadable() throws InterruptedException {
        awaitRows(0);
        return arrived();
    }

    /** Rows of all versions in the lake; -1 while the catalog does not answer. */
    private long arrived() {
        try {
            return CapturedRows.captured(stack.settings()).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        } catch (SQLException | IOException e) {
            return -1;
        }
    }
}
