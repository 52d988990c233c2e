/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.live;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes rows without ever waiting, and writes them in a thread of its own, again and again until they arrive. */
final class LiveRowWriter implements StatefulSinkWriter<LiveRow, LiveRow> {
    private static final Logger LOG = LoggerFactory.getLogger(LiveRowWriter.class);
    private static final Duration BEAT = Duration.ofMillis(25);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final int ROWS_PER_INSERT = 20_000;

    /** Brings rows of one table to where they belong. */
    @FunctionalInterface
    interface Destination {
        void write(List<LiveRow> rows) throws IOException, InterruptedException;
    }

    private final PendingRows pending;
    private final Destination destination;
    private final Counter written;
    private final Counter failures;
    private final ScheduledExecutorService executor;
    private boolean failing;
    private long pausedUntilNanos = System.nanoTime();

    LiveRowWriter(PendingRows pending, Destination destination, MetricGroup metrics) {
        this.pending = pending;
        this.destination = destination;
        MetricGroup live = metrics.addGroup("live");
        this.written = live.counter("rows_written");
        this.failures = live.counter("insert_failures");
        live.gauge("rows_pending", pending::size);
        this.executor = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "live-row-writer");
            thread.setDaemon(true);
            return thread;
        });
        executor.scheduleWithFixedDelay(this::writePending, 0, BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void write(LiveRow row, Context context) {
        pending.add(row);
    }

    /** What waits is in the checkpoint: there is nothing to wait for. */
    @Override
    public void flush(boolean endOfInput) {}

    @Override
    public List<LiveRow> snapshotState(long checkpointId) {
        return pending.all();
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private void writePending() {
        if (System.nanoTime() - pausedUntilNanos < 0) {
            return;
        }
        try {
            for (List<LiveRow> rows = pending.take(ROWS_PER_INSERT);
                    !rows.isEmpty();
                    rows = pending.take(ROWS_PER_INSERT)) {
                destination.write(rows);
                arrived(rows.size());
            }
        } catch (InterruptedException e) {
            pending.returned();
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            failed(e);
        }
    }

    private void arrived(int rows) {
        pending.arrived();
        written.inc(rows);
        if (failing) {
            failing = false;
            LOG.atInfo().addKeyValue("event", "live_counts_resumed").log("Live counts are written again");
        }
    }

    private void failed(Exception cause) {
        pending.returned();
        failures.inc();
        pausedUntilNanos = System.nanoTime() + PAUSE_AFTER_FAILURE.toNanos();
        if (!failing) {
            failing = true;
            LOG.atWarn()
                    .addKeyValue("event", "live_counts_held_up")
                    .addKeyValue("rows_pending", pending.size())
                    .addKeyValue("cause", cause.toString())
                    .log(
                            "Cannot write live counts now; the lake goes on, and they are written once ClickHouse takes them");
        }
    }
}
