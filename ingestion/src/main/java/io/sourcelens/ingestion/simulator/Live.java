/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator;

import io.sourcelens.ingestion.marketplace.MarketplaceSchema;
import io.sourcelens.ingestion.simulator.world.World;
import io.sourcelens.ingestion.simulator.world.WorldOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes on from the history in real time until it is told to stop. */
final class Live {
    private static final Logger LOG = LoggerFactory.getLogger(Live.class);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration TELL = Duration.ofSeconds(10);
    private static final int ORDERS_PER_SHOP_CHANGE = 5;

    private final MarketplaceDatabase database;
    private final LiveOptions options;
    private final TruthFile truth;
    private final Clock clock;
    private final CountDownLatch stop = new CountDownLatch(1);
    private long orders;
    private long happened;

    Live(MarketplaceDatabase database, LiveOptions options, TruthFile truth, Clock clock) {
        this.database = database;
        this.options = options;
        this.truth = truth;
        this.clock = clock;
    }

    /** Asks it to end after the transaction that is under way. */
    void stop() {
        stop.countDown();
    }

    /** @return orders placed */
    long run() {
        LiveLedger ledger = new LiveLedger(truth);
        try (Connection connection = database.connect()) {
            MarketplaceSchema.apply(connection);
            WorldOptions history = new HistoryStore(connection)
                    .options()
                    .orElseThrow(() -> new SimulatorException(
                            "Cannot run live traffic on %s: it has no history; run 'history' first"
                                    .formatted(database)));
            long seed = options.seed() == null ? history.seed() : options.seed();
            LiveTraffic traffic = new LiveTraffic(connection, World.of(history), ledger, seed);
            LOG.atInfo()
                    .addKeyValue("event", "live_started")
                    .addKeyValue("orders_per_second", options.rate())
                    .log("Live traffic at {} orders per second", options.rate());
            loop(traffic);
        } catch (SQLException e) {
            throw new SimulatorException(
                    "Cannot go on with live traffic on %s: %s; see that PostgreSQL runs, then start again"
                            .formatted(database, e.getMessage()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ledger.write(clock.instant());
        }
        LOG.atInfo()
                .addKeyValue("event", "live_stopped")
                .addKeyValue("orders", orders)
                .addKeyValue("events", happened)
                .log("Live traffic stopped after {} orders and {} events", orders, happened);
        return orders;
    }

    private void loop(LiveTraffic traffic) throws SQLException, InterruptedException {
        Instant start = now();
        @Nullable Instant end = options.duration() == null ? null : start.plus(options.duration());
        Instant nextOrder = options.rate() > 0 ? start : Instant.MAX;
        Instant nextLook = start;
        Instant nextTell = start.plus(TELL);
        for (Instant now = start; !ended(end, now); now = now()) {
            if (!nextLook.isAfter(now)) {
                int due = traffic.happen(now);
                happened += due;
                nextLook = due > 0 ? now : now.plus(LOOK);
            }
            if (!nextOrder.isAfter(now)) {
                traffic.placeOrder(now);
                if (++orders % ORDERS_PER_SHOP_CHANGE == 0) {
                    traffic.keepShop(now);
                }
                nextOrder = nextOrder.plusNanos((long) (1e9 * traffic.nextPauseSeconds(options.rate())));
            }
            if (!nextTell.isAfter(now)) {
                tell();
                nextTell = now.plus(TELL);
            }
            pauseUntil(nextOrder.isBefore(nextLook) ? nextOrder : nextLook);
        }
    }

    private boolean ended(@Nullable Instant end, Instant now) {
        return stop.getCount() == 0 || (end != null && !now.isBefore(end));
    }

    private void pauseUntil(Instant next) throws InterruptedException {
        long milliseconds = Duration.between(clock.instant(), next).toMillis();
        if (milliseconds > 0) {
            stop.await(milliseconds, TimeUnit.MILLISECONDS);
        }
    }

    private void tell() {
        LOG.atInfo()
                .addKeyValue("event", "live_progress")
                .addKeyValue("orders", orders)
                .addKeyValue("events", happened)
                .log("{} orders placed, {} events happened", orders, happened);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
