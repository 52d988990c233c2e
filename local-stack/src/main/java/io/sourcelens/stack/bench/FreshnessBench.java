/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import io.sourcelens.stack.Bench;
import io.sourcelens.stack.LocalStack;
import io.sourcelens.stack.Progress;
import io.sourcelens.stack.StackOptions;
import io.sourcelens.stack.StackSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * How long an order takes from its commit in PostgreSQL until the API's live ranking counts it, and until a reader finds
 * it in {@code raw.order_line}, while the simulator changes a thousand rows a second and refreshes run as ever. The API is
 * asked ten times a second, so half of such a pause is part of what is measured.
 */
public final class FreshnessBench implements Bench {
    private static final double CHECKPOINT_SECONDS = 2;
    /** What makes about a thousand row changes a second; how many there really were is measured. */
    private static final double ORDERS_PER_SECOND = 195;

    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration MARKER_INTERVAL = Duration.ofMillis(240);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(100);
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
        StackOptions options = SmallChain.of(home, state, ORDERS_PER_SECOND);
        try (LocalStack stack = LocalStack.start(options, new Progress(System.out))) {
            TimeUnit.MILLISECONDS.sleep(WARM_UP.toMillis());
            return BenchReport.of(home, name(), 1, figures(stack.settings())).publish(home);
        } finally {
            Folders.delete(state);
        }
    }

    private static List<Figure> figures(StackSettings settings) throws Exception {
        ScheduledExecutorService watchers = Executors.newScheduledThreadPool(3);
        try (MarkerOrders orders = new MarkerOrders(settings)) {
            RawOrderLines lake = new RawOrderLines(settings, Instant.now(), MarkerOrders.ORDER_ID_PREFIX);
            LiveRanking ranking = new LiveRanking(settings, orders.skuId());
            RowChanges changes = new RowChanges(settings);
            Future<?> placed = Every.during(watchers, MARKER_INTERVAL, TIMEOUT, () -> {
                orders.place();
                return orders.committedAtMillis().size() < MARKERS;
            });
            Future<?> ranked = Every.during(watchers, POLL_INTERVAL, TIMEOUT, () -> {
                ranking.look();
                return ranking.seenAtMillis().size() < MARKERS;
            });
            Future<?> kept = Every.during(watchers, POLL_INTERVAL, TIMEOUT, () -> {
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
                Figure.of("row changes per second, really reached", "1/s", null, changesPerSecond),
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
