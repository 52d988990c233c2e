/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator;

import io.sourcelens.ingestion.marketplace.Insert;
import io.sourcelens.ingestion.marketplace.OrderLine;
import io.sourcelens.ingestion.marketplace.StockLevel;
import io.sourcelens.ingestion.marketplace.Table;
import io.sourcelens.ingestion.simulator.plan.Event;
import io.sourcelens.ingestion.simulator.plan.OrderPlan;
import io.sourcelens.ingestion.simulator.world.Randomness;
import io.sourcelens.ingestion.simulator.world.World;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Places an order in the database: order, parcels, lines, payment and what is left in stock, in one transaction. */
final class OrderWriter {
    private final Connection connection;
    private final World world;
    private final LiveState state;

    OrderWriter(Connection connection, World world, LiveState state) {
        this.connection = connection;
        this.world = world;
        this.state = state;
    }

    void write(OrderPlan plan, Randomness randomness, RowCounts counts) throws SQLException {
        counts.inserted("order", Insert.insert(connection, List.of(plan.order())));
        counts.inserted("parcel", Insert.insert(connection, plan.parcels()));
        counts.inserted("order_line", Insert.insert(connection, plan.lines()));
        counts.inserted("payment", Insert.insert(connection, List.of(plan.payment())));
        List<Event> events = new ArrayList<>(plan.events());
        List<StockLevel> levels = new ArrayList<>();
        for (OrderLine line : plan.lines()) {
            take(line, levels, events, randomness);
        }
        counts.inserted("stock_level", Insert.insert(connection, levels));
        PendingEvents.add(connection, events);
    }

    /** Shows less by what was bought; when nothing is left, the supplier refills a day or more later. */
    private void take(OrderLine line, List<StockLevel> levels, List<Event> events, Randomness randomness) {
        int index = world.sku(line.skuId()).index();
        int before = state.shownStock()[index];
        if (before == 0) {
            return;
        }
        int after = Math.max(0, before - line.quantity());
        state.shownStock()[index] = after;
        Instant at = line.orderedAt();
        levels.add(new StockLevel(state.ids().next(Table.STOCK_LEVEL), line.skuId(), after, at));
        if (after == 0) {
            Instant refilledAt = at.plus(Duration.ofHours(randomness.wholeBetween(12, 96)));
            events.add(new Event.StockRefilled(refilledAt, line.skuId(), randomness.wholeBetween(40, 400)));
        }
    }
}
