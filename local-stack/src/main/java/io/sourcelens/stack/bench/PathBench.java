/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import io.sourcelens.stack.Bench;
import io.sourcelens.stack.LocalStack;
import io.sourcelens.stack.Progress;
import io.sourcelens.stack.Refresh;
import io.sourcelens.stack.StackOptions;
import io.sourcelens.stack.StackSettings;
import io.sourcelens.stack.Tokens;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How long an order takes from its commit in PostgreSQL until a reader finds all of its lines in
 * {@code raw.order_line}, and how long the refresh takes that brings the last of them into the API.
 */
public final class PathBench implements Bench {
    private static final int ORDERS = 1_000;
    private static final int PORT_OFFSET = 2_000;
    private static final double RAW_GOAL_SECONDS = 10;
    private static final Duration POLL_INTERVAL = Duration.ofMillis(100);
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    @Override
    public String name() {
        return "path";
    }

    @Override
    public String description() {
        return "committed order to raw.order_line (p99 of 1,000), and to the API by the next refresh";
    }

    @Override
    public int run(Path home, List<String> arguments) throws Exception {
        Path state = home.resolve(".sourcelens/bench-path");
        Folders.delete(state);
        StackOptions options = StackOptions.demo(home)
                .withState(state)
                .withPortOffset(PORT_OFFSET)
                .withOrdersPerSecond(10)
                .without("superset", "shop");
        try (LocalStack stack = LocalStack.start(options, new Progress(System.out))) {
            StackSettings settings = stack.settings();
            double[] seconds = arrivals(settings);
            double[] refresh = refresh(settings);
            return BenchReport.of(
                            home,
                            name(),
                            1,
                            List.of(
                                    Figure.of("commit to raw.order_line, p50", "s", null, Quantile.of(seconds, 0.50)),
                                    Figure.of(
                                            "commit to raw.order_line, p99",
                                            "s",
                                            RAW_GOAL_SECONDS,
                                            Quantile.of(seconds, 0.99)),
                                    Figure.of("commit to raw.order_line, all", "s", null, seconds),
                                    Figure.of("refresh that published them", "s", null, refresh)))
                    .publish(home);
        } finally {
            Folders.delete(state);
        }
    }

    private static double[] arrivals(StackSettings settings) throws Exception {
        try (RawOrderLines lake = new RawOrderLines(settings, Instant.now(), "")) {
            long deadline = System.nanoTime() + TIMEOUT.toNanos();
            while (lake.orders().size() < ORDERS) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("Cannot measure: only %d of %d orders arrived within %s"
                            .formatted(lake.orders().size(), ORDERS, TIMEOUT));
                }
                lake.look();
                TimeUnit.MILLISECONDS.sleep(POLL_INTERVAL.toMillis());
            }
            System.out.printf("%d orders seen in the lake%n", lake.orders().size());
            return lake.orders().values().stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
        }
    }

    /** Seconds until the API knows of an order that was committed before the refresh was asked for. */
    private static double[] refresh(StackSettings settings) throws Exception {
        String newest = ApiAsOf.newestCommitted(settings);
        TimeUnit.MILLISECONDS.sleep((long) (RAW_GOAL_SECONDS * 1_000));
        long since = System.nanoTime();
        Refresh.run(settings);
        double seconds = (System.nanoTime() - since) / 1e9;
        ApiAsOf.requireAtLeast(settings, Tokens.of(settings).analyst(), newest);
        return new double[] {seconds};
    }
}
