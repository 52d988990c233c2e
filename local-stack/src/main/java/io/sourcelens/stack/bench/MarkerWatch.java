/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import io.sourcelens.stack.StackSettings;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Places marker orders all the time and sees when each arrives, while the chain has other things to do. */
final class MarkerWatch implements AutoCloseable {
    private static final Duration PLACE_INTERVAL = Duration.ofSeconds(2);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(250);
    private static final long STOP_SECONDS = 60;

    private final MarkerOrders orders;
    private final RawOrderLines lake;
    private final LiveRanking ranking;
    private final ExecutorService executor = Executors.newFixedThreadPool(3);
    private final List<Future<?>> work;
    private final AtomicLong failedLooks = new AtomicLong();
    private volatile boolean ended;

    /** @param limit after which it gives up */
    MarkerWatch(StackSettings settings, Duration limit) throws SQLException {
        orders = new MarkerOrders(settings);
        lake = new RawOrderLines(settings, Instant.now(), MarkerOrders.ORDER_ID_PREFIX);
        ranking = new LiveRanking(settings, orders.skuId());
        work = List.of(
                Every.during(executor, PLACE_INTERVAL, limit, () -> {
                    orders.place();
                    return !ended;
                }),
                Every.during(
                        executor,
                        POLL_INTERVAL,
                        limit,
                        () -> look(() -> {
                            ranking.look();
                            return null;
                        })),
                Every.during(
                        executor,
                        POLL_INTERVAL,
                        limit,
                        () -> look(() -> {
                            lake.look();
                            return null;
                        })));
    }

    /** By order of commit, up to now. */
    List<MarkerWait> waits() {
        List<Long> committed = orders.committedAtMillis();
        List<Long> ranked = ranking.seenAtMillis();
        Map<String, Double> kept = lake.orders();
        List<MarkerWait> waits = new ArrayList<>();
        for (int i = 0; i < committed.size(); i++) {
            waits.add(new MarkerWait(
                    committed.get(i),
                    kept.getOrDefault(MarkerOrders.orderId(i), Double.POSITIVE_INFINITY),
                    i < ranked.size() ? (ranked.get(i) - committed.get(i)) / 1e3 : Double.POSITIVE_INFINITY));
        }
        return waits;
    }

    /** Answers of the API or ClickHouse that were errors. */
    long failedLooks() {
        return failedLooks.get();
    }

    void requireGoingOn() throws InterruptedException, ExecutionException {
        for (Future<?> one : work) {
            if (one.isDone()) {
                one.get();
            }
        }
    }

    /** Under load a reader may be refused: it asks again. */
    private boolean look(Callable<?> reader) throws Exception {
        try {
            reader.call();
        } catch (IOException e) {
            failedLooks.incrementAndGet();
        }
        return !ended;
    }

    @Override
    public void close() throws SQLException {
        ended = true;
        executor.shutdown();
        try {
            if (!executor.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
        orders.close();
        lake.close();
    }
}
