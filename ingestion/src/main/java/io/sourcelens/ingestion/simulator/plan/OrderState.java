/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.plan;

import io.sourcelens.ingestion.marketplace.AfterSaleCase;
import io.sourcelens.ingestion.marketplace.Order;
import io.sourcelens.ingestion.marketplace.OrderLine;
import io.sourcelens.ingestion.marketplace.OrderStatus;
import io.sourcelens.ingestion.marketplace.Parcel;
import io.sourcelens.ingestion.marketplace.Payment;
import io.sourcelens.ingestion.marketplace.Table;
import io.sourcelens.ingestion.marketplace.TrackingScan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How an order stands at a time: its rows then, and what is still to come. */
public final class OrderState {
    private final Ids ids;
    private final Payment payment;
    private final Map<Long, OrderLine> lines = new LinkedHashMap<>();
    private final Map<Long, Parcel> parcels = new LinkedHashMap<>();
    private final List<TrackingScan> scans = new ArrayList<>();
    private final List<AfterSaleCase> cases = new ArrayList<>();
    private final List<Event> pending = new ArrayList<>();
    private Order order;

    private OrderState(OrderPlan plan, Ids ids) {
        this.ids = ids;
        order = plan.order();
        payment = plan.payment();
        plan.lines().forEach(line -> lines.put(line.orderLineId(), line));
        plan.parcels().forEach(parcel -> parcels.put(parcel.parcelId(), parcel));
    }

    /** Everything up to and including that time has happened. */
    public static OrderState at(OrderPlan plan, Instant time, Ids ids) {
        OrderState state = new OrderState(plan, ids);
        for (Event event : plan.events()) {
            if (event.at().isAfter(time)) {
                state.pending.add(event);
            } else {
                state.apply(event, time);
            }
        }
        return state;
    }

    private void apply(Event event, Instant time) {
        if (event instanceof Event.LineCancelled cancelled) {
            apply(cancelled);
        } else if (event instanceof Event.ParcelDispatched dispatched) {
            parcels.computeIfPresent(dispatched.parcelId(), (id, parcel) -> parcel.dispatched(dispatched.at()));
            order = order.with(OrderStatus.SHIPPED);
        } else if (event instanceof Event.ParcelScanned scanned) {
            scans.add(new TrackingScan(
                    ids.next(Table.TRACKING_SCAN),
                    scanned.parcelId(),
                    scanned.kind(),
                    scanned.province(),
                    scanned.at()));
        } else if (event instanceof Event.ParcelDelivered delivered) {
            apply(delivered);
        } else if (event instanceof Event.CaseOpened opened) {
            apply(opened, time);
        } else {
            throw new IllegalArgumentException("Cannot apply to an order: " + event);
        }
    }

    private void apply(Event.LineCancelled event) {
        lines.computeIfPresent(event.orderLineId(), (id, line) -> line.cancelled(event.reason(), event.at()));
        if (lines.values().stream()
                .filter(line -> line.parcelId() == event.parcelId())
                .allMatch(OrderLine::isCancelled)) {
            parcels.computeIfPresent(event.parcelId(), (id, parcel) -> parcel.cancelled(event.at()));
        }
        if (lines.values().stream().allMatch(OrderLine::isCancelled)) {
            order = order.with(OrderStatus.CANCELLED);
        } else {
            completeWhenDone();
        }
    }

    private void apply(Event.ParcelDelivered event) {
        parcels.computeIfPresent(event.parcelId(), (id, parcel) -> parcel.delivered(event.at()));
        completeWhenDone();
    }

    private void completeWhenDone() {
        if (parcels.values().stream()
                .allMatch(parcel -> parcel.deliveredAt() != null || parcel.cancelledAt() != null)) {
            order = order.with(OrderStatus.COMPLETED);
        }
    }

    private void apply(Event.CaseOpened event, Instant time) {
        AfterSaleCase opened = opened(ids.next(Table.AFTER_SALE_CASE), event);
        if (event.closesAt().isAfter(time)) {
            pending.add(new Event.CaseClosed(event.closesAt(), opened.afterSaleCaseId()));
            cases.add(opened);
        } else {
            cases.add(opened.closed(event.closesAt()));
        }
    }

    /** Row of a case that was just opened. */
    public static AfterSaleCase opened(long id, Event.CaseOpened event) {
        return new AfterSaleCase(
                id,
                event.orderLineId(),
                event.kind(),
                event.reason(),
                event.refundMinor(),
                event.returnFreightMinor(),
                event.reshipFreightMinor(),
                event.at(),
                null);
    }

    public Order order() {
        return order;
    }

    public Payment payment() {
        return payment;
    }

    public Collection<OrderLine> lines() {
        return lines.values();
    }

    public Collection<Parcel> parcels() {
        return parcels.values();
    }

    public List<TrackingScan> scans() {
        return scans;
    }

    public List<AfterSaleCase> cases() {
        return cases;
    }

    public List<Event> pending() {
        return pending;
    }
}
