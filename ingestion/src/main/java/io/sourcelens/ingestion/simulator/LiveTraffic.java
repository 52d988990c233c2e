/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator;

import io.sourcelens.ingestion.marketplace.Table;
import io.sourcelens.ingestion.simulator.plan.Event;
import io.sourcelens.ingestion.simulator.plan.OrderPlan;
import io.sourcelens.ingestion.simulator.plan.OrderPlanner;
import io.sourcelens.ingestion.simulator.world.Demand;
import io.sourcelens.ingestion.simulator.world.Randomness;
import io.sourcelens.ingestion.simulator.world.World;
import io.sourcelens.ingestion.simulator.world.WorldOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One connection's live traffic. Every method is one transaction and returns when it is committed. */
final class LiveTraffic {
    private static final int EVENTS_PER_TRANSACTION = 50;

    private final Connection connection;
    private final World world;
    private final LiveLedger ledger;
    private final Randomness randomness;
    private final OrderPlanner planner;
    private final OrderWriter orders;
    private final EventWriter events;
    private final ShopKeeping shops;
    private @Nullable LocalDate day;
    private @Nullable Demand demand;

    LiveTraffic(Connection connection, World world, LiveLedger ledger, long seed) throws SQLException {
        this.connection = connection;
        this.world = world;
        this.ledger = ledger;
        connection.setAutoCommit(false);
        LiveState state = LiveState.read(connection, world);
        connection.commit();
        // Another start goes on with other orders: their first key is a label of the stream.
        randomness = Randomness.of(seed, "live", state.ids().next(Table.ORDER));
        planner = new OrderPlanner(world, state.listings(), state::shown, state.ids());
        orders = new OrderWriter(connection, world, state);
        events = new EventWriter(connection, state.ids());
        shops = new ShopKeeping(connection, world, state);
    }

    /** Places a new order. */
    void placeOrder(Instant now) throws SQLException {
        OrderPlan plan = planner.plan(now, demandOn(WorldOptions.day(now)), randomness);
        RowCounts counts = new RowCounts();
        orders.write(plan, randomness, counts);
        connection.commit();
        ledger.committed(counts, 1, now);
    }

    /** Changes a listing. */
    void keepShop(Instant now) throws SQLException {
        RowCounts counts = new RowCounts();
        shops.change(now, randomness, counts);
        connection.commit();
        ledger.committed(counts, 0, now);
    }

    /**
     * Lets happen what is due, oldest first.
     *
     * @return how many events; less than a transaction holds means that nothing else is due
     */
    int happen(Instant now) throws SQLException {
        List<PendingEvents.Pending> due = PendingEvents.due(connection, now, EVENTS_PER_TRANSACTION);
        RowCounts counts = new RowCounts();
        for (PendingEvents.Pending pending : due) {
            Event event = pending.event();
            events.write(event, counts);
        }
        PendingEvents.remove(connection, due);
        connection.commit();
        ledger.committed(counts, 0, now);
        return due.size();
    }

    double nextPauseSeconds(double rate) {
        return randomness.exponential(1 / rate);
    }

    private Demand demandOn(LocalDate today) {
        if (demand == null || !today.equals(day)) {
            day = today;
            demand = world.demand(today);
        }
        return demand;
    }
}
