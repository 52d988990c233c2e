/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import io.sourcelens.stack.Bench;
import io.sourcelens.stack.LocalStack;
import io.sourcelens.stack.Progress;
import io.sourcelens.stack.StackException;
import io.sourcelens.stack.StackOptions;
import io.sourcelens.stack.StackSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How long an order takes from its commit in PostgreSQL until the API's live ranking counts it, and until a reader finds
 * it in {@code raw.order_line}, while a thousand rows a second are changed and refreshes run as ever. The API is asked ten
 * times a second and the catalog twenty times, so half of such a pause is part of what is measured.
 */
public final class FreshnessBench implements Bench {
    private static final double CHECKPOINT_SECONDS = 2;
    private static final double CHANGES_PER_SECOND = 1_000;
    /** Marker orders come beside; a hundredth is what the last transactions before the count may be late. */
    private static final double REACHED = 0.99 * CHANGES_PER_SECOND;

    private static final int ORDERS_PER_TRANSACTION = 5;

    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration MARKER_INTERVAL = Duration.ofMillis(240);
    private static final Duration API_POLL_INTERVAL = Duration.ofMillis(100);
    private static final Duration CATALOG_POLL_INTERVAL = Duration.ofMillis(50);
    private static final int MARKERS = 500;
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    @Override
    public String name() {
        return "freshness";
    }

    @Override
    public String description() {
        return "committed order to the live ranking and to raw.order_line (p50, p99) at 1,000 row changes a second";
    }

    @Override
    public int run(Path home, List<String> arguments) throws Exception {
        Path state = home.resolve(".sourcelens/bench-freshness");
        Folders.delete(state);
        StackOptions options = SmallChain.of(home, state);
        try (LocalStack stack = LocalStack.start(options, new Progress(System.out))) {
            return BenchReport.of(home, name(), 1, underTraffic(stack.settings()))
                    .publish(home);
        } finally {
            Folders.delete(state);
        }
    }

    private static List<Figure> underTraffic(StackSettings settings) throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            Pace pace = new Pace(CHANGES_PER_SECOND);
            Future<?> traffic = executor.submit(
                    new LoadTraffic(settings, pace, TIMEOUT, ORDERS_PER_TRANSACTION, new AtomicLong())::run);
            TimeUnit.MILLISECONDS.sleep(WARM_UP.toMillis());
            List<Figure> figures = figures(settings);
            if (traffic.isDone()) {
                traffic.get();
                throw new StackException("Cannot measure: traffic ended before the last order was seen");
            }
            return figures;
        } finally {
            executor.shutdownNow();
        }
    }

    private static List<Figure> figures(StackSettings settings) throws Exception {
        ScheduledExecutorService watchers = Executors.newScheduledThreadPool(3);
        try (MarkerOrders orders = new MarkerOrders(settings);
                RawOrderLines lake = new RawOrderLines(settings, Instant.now(), MarkerOrders.ORDER_ID_PREFIX)) {
            LiveRanking ranking = new LiveRanking(settings, orders.skuId());
            RowChanges changes = new RowChanges(settings);
            Future<?> placed = Every.during(watchers, MARKER_INTERVAL, TIMEOUT, () -> {
                orders.place();
                return orders.committedAtMillis().size() < MARKERS;
            });
            Future<?> ranked = Every.during(watchers, API_POLL_INTERVAL, TIMEOUT, () -> {
                ranking.look();
                return ranking.seenAtMillis().size() < MARKERS;
            });
            Future<?> kept = Every.during(watchers, CATALOG_POLL_INTERVAL, TIMEOUT, () -> {
                lake.look();
                return lake.orders().size() < MARKERS;
            });
            placed.get();
            double perSecond = changes.perSecond();
            ranked.get();
            kept.get();
            return figures(perSecond, waits(orders, ranking), seconds(lake));
        } finally {
            watchers.shutdownNow();
        }
    }

    private static List<Figure> figures(double changesPerSecond, double[] live, double[] raw) {
        return List.of(
                Figure.atLeast("row changes per second, really reached", "1/s", REACHED, changesPerSecond),
                Figure.of("commit to live ranking in the API, p50", "s", 0.7, Quantile.of(live, 0.50)),
                Figure.of("commit to live ranking in the API, p99", "s", 2.0, Quantile.of(live, 0.99)),
                Figure.of("commit to live ranking in the API, all", "s", null, live),
                Figure.of("commit to raw.order_line, p50", "s", null, Quantile.of(raw, 0.50)),
                Figure.of("commit to raw.order_line, p99", "s", CHECKPOINT_SECONDS + 0.5, Quantile.of(raw, 0.99)),
                Figure.of("commit to raw.order_line, all", "s", null, raw));
    }

    private static double[] waits(MarkerOrders orders, LiveRanking ranking) {
        List<Long> committed = orders.committedAtMillis();
        double[] seconds = new double[committed.size()];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = (ranking.seenAtMillis().get(i) - committed.get(i)) / 1000.0;
        }
        return seconds;
    }

    private static double[] seconds(RawOrderLines lake) {
        return lake.orders().values().stream().mapToDouble(Double::doubleValue).toArray();
    }
}
