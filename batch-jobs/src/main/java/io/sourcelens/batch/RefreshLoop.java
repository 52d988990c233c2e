/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch;

import io.sourcelens.batch.refresh.Refresh;
import io.sourcelens.batch.refresh.RefreshResult;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs refreshes one at a time, on schedule and on demand. */
final class RefreshLoop implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(RefreshLoop.class);
    private static final DateTimeFormatter RUN_ID =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "refresh-loop"));
    private final Refresh refresh;
    private final Duration schedule;
    private final Clock clock;
    private final RefreshMetrics metrics = new RefreshMetrics();

    RefreshLoop(Refresh refresh, Duration schedule, Clock clock) {
        this.refresh = refresh;
        this.schedule = schedule;
        this.clock = clock;
    }

    /** The first refresh is usually asked for, once history is in; the schedule would compute half of it before. */
    void start() {
        thread.scheduleWithFixedDelay(
                this::scheduled, 5 * schedule.toSeconds(), schedule.toSeconds(), TimeUnit.SECONDS);
    }

    /**
     * Refreshes after whatever is running now.
     *
     * @throws ExecutionException if it failed before it could even say what failed
     */
    RefreshResult refreshNow() throws ExecutionException, InterruptedException {
        return thread.submit(this::run).get();
    }

    RefreshMetrics metrics() {
        return metrics;
    }

    /** A schedule outlives what goes wrong in one of its runs. */
    private void scheduled() {
        try {
            run();
        } catch (RuntimeException e) {
            // It is in the log already, and the next run makes it good.
        }
    }

    private RefreshResult run() {
        metrics.started();
        try {
            RefreshResult result = refresh.run(RUN_ID.format(clock.instant()));
            metrics.finished(result, clock.instant());
            return result;
        } catch (RuntimeException e) {
            metrics.failed();
            LOGGER.atError()
                    .setCause(e)
                    .addKeyValue("event", "refresh_failed")
                    .log("Cannot refresh; trying again on schedule");
            throw e;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
