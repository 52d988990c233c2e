/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator;

import io.sourcelens.ingestion.marketplace.AfterSaleCase;
import io.sourcelens.ingestion.marketplace.Order;
import io.sourcelens.ingestion.marketplace.OrderLine;
import io.sourcelens.ingestion.marketplace.Parcel;
import io.sourcelens.ingestion.marketplace.Payment;
import io.sourcelens.ingestion.marketplace.Table;
import io.sourcelens.ingestion.marketplace.TrackingScan;
import io.sourcelens.ingestion.simulator.plan.Event;
import io.sourcelens.ingestion.simulator.plan.HistoryPlan;
import io.sourcelens.ingestion.simulator.plan.Ids;
import io.sourcelens.ingestion.simulator.plan.Ledger;
import io.sourcelens.ingestion.simulator.plan.OrderPlan;
import io.sourcelens.ingestion.simulator.plan.OrderState;
import io.sourcelens.ingestion.simulator.world.SellerProfile;
import io.sourcelens.ingestion.simulator.world.SkuProfile;
import io.sourcelens.ingestion.simulator.world.SupplierProfile;
import io.sourcelens.ingestion.simulator.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every row of a history as it stands at its end, what is still to come, and the ledger of it. */
final class HistoryRows {
    private final World world;
    private final Ids ids = new Ids();
    private final Ledger ledger = new Ledger();
    private final List<Order> orders = new ArrayList<>();
    private final List<OrderLine> lines = new ArrayList<>();
    private final List<Payment> payments = new ArrayList<>();
    private final List<Parcel> parcels = new ArrayList<>();
    private final List<TrackingScan> scans = new ArrayList<>();
    private final List<AfterSaleCase> cases = new ArrayList<>();
    private final List<Event> pending = new ArrayList<>();

    private HistoryRows(World world) {
        this.world = world;
    }

    static HistoryRows generate(World world) {
        HistoryRows rows = new HistoryRows(world);
        new HistoryPlan(world, rows.ids).generate(rows::add);
        rows.pending.sort(Comparator.comparing(Event::at));
        return rows;
    }

    private void add(OrderPlan plan) {
        OrderState state = OrderState.at(plan, world.options().until(), ids);
        ledger.add(state);
        orders.add(state.order());
        lines.addAll(state.lines());
        payments.add(state.payment());
        parcels.addAll(state.parcels());
        scans.addAll(state.scans());
        cases.addAll(state.cases());
        pending.addAll(state.pending());
    }

    /** Rows by table, each table after those it refers to. */
    Map<Table<?>, List<? extends Record>> byTable() {
        Map<Table<?>, List<? extends Record>> rows = new LinkedHashMap<>();
        rows.put(Table.MARKETPLACE, List.of(world.marketplace()));
        rows.put(Table.CATEGORY, world.categories());
        rows.put(
                Table.SUPPLIER,
                world.suppliers().stream().map(SupplierProfile::supplier).toList());
        rows.put(
                Table.SELLER,
                world.sellers().stream().map(SellerProfile::seller).toList());
        rows.put(Table.SKU, world.skus().stream().map(SkuProfile::sku).toList());
        rows.put(Table.LISTING, world.listings());
        rows.put(Table.ORDER, orders);
        rows.put(Table.PARCEL, parcels);
        rows.put(Table.ORDER_LINE, lines);
        rows.put(Table.PAYMENT, payments);
        rows.put(Table.TRACKING_SCAN, scans);
        rows.put(Table.STOCK_LEVEL, world.stock().levels());
        rows.put(Table.AFTER_SALE_CASE, cases);
        return rows;
    }

    List<Event> pending() {
        return pending;
    }

    Ledger ledger() {
        return ledger;
    }
}
