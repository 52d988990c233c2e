/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch;

import io.sourcelens.batch.care.CareMetrics;
import io.sourcelens.batch.care.CareResult;
import io.sourcelens.batch.care.TableCare;
import io.sourcelens.batch.erasure.ErasedTable;
import io.sourcelens.batch.erasure.Erasure;
import io.sourcelens.batch.erasure.Person;
import io.sourcelens.batch.refresh.Refresh;
import io.sourcelens.batch.refresh.RefreshProgress;
import io.sourcelens.batch.refresh.RefreshResult;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Refreshes and cares for tables, one thing at a time, on schedule and on demand. */
final class RefreshLoop implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(RefreshLoop.class);
    private static final DateTimeFormatter RUN_ID =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "refresh-loop"));
    private final Refresh refresh;
    private final TableCare care;
    private final Erasure erasure;
    private final Duration schedule;
    private final Duration careSchedule;
    private final Clock clock;
    private final RefreshMetrics metrics = new RefreshMetrics();
    private final CareMetrics careMetrics = new CareMetrics();

    RefreshLoop(
            Refresh refresh, Duration schedule, TableCare care, Duration careSchedule, Erasure erasure, Clock clock) {
        this.refresh = refresh;
        this.schedule = schedule;
        this.care = care;
        this.careSchedule = careSchedule;
        this.erasure = erasure;
        this.clock = clock;
    }

    /** The first refresh is usually asked for, once history is in; the schedule would compute half of it before. */
    void start() {
        thread.scheduleWithFixedDelay(
                scheduled(this::run), 5 * schedule.toSeconds(), schedule.toSeconds(), TimeUnit.SECONDS);
        thread.scheduleWithFixedDelay(
                scheduled(() -> care(care::routine)),
                careSchedule.toSeconds(),
                careSchedule.toSeconds(),
                TimeUnit.SECONDS);
    }

    /**
     * Refreshes after whatever is running now.
     *
     * @throws ExecutionException if it failed before it could even say what failed
     */
    RefreshResult refreshNow() throws ExecutionException, InterruptedException {
        return thread.submit(this::run).get();
    }

    /** Cares for every table after whatever is running now. */
    List<CareResult> careNow() throws ExecutionException, InterruptedException {
        return thread.submit(() -> care(care::thorough)).get();
    }

    /** Erases a person after whatever is running now. */
    List<ErasedTable> eraseNow(Person person) throws ExecutionException, InterruptedException {
        return thread.submit(() -> erasure.erase(person, this::run)).get();
    }

    RefreshProgress progress() {
        return refresh.progress();
    }

    String metrics() {
        return metrics.text() + careMetrics.text();
    }

    /** A schedule outlives what goes wrong in one of its runs. */
    private static Runnable scheduled(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOGGER.atWarn()
                        .addKeyValue("event", "scheduled_again")
                        .addKeyValue("cause", e.toString())
                        .log("Trying again on schedule");
            }
        };
    }

    private List<CareResult> care(Supplier<List<CareResult>> tables) {
        List<CareResult> results = tables.get();
        careMetrics.finished(results, clock.instant());
        return results;
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
