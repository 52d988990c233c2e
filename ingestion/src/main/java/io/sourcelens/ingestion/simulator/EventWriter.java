/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator;

import io.sourcelens.ingestion.marketplace.Insert;
import io.sourcelens.ingestion.marketplace.StockLevel;
import io.sourcelens.ingestion.marketplace.Table;
import io.sourcelens.ingestion.marketplace.TrackingScan;
import io.sourcelens.ingestion.simulator.plan.Event;
import io.sourcelens.ingestion.simulator.plan.Ids;
import io.sourcelens.ingestion.simulator.plan.OrderState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** Lets events happen in the database, in the connection's transaction; the same effects as {@link OrderState}. */
final class EventWriter {
    private final Connection connection;
    private final Ids ids;

    EventWriter(Connection connection, Ids ids) {
        this.connection = connection;
        this.ids = ids;
    }

    void write(Event event, RowCounts counts) throws SQLException {
        if (event instanceof Event.LineCancelled cancelled) {
            write(cancelled, counts);
        } else if (event instanceof Event.ParcelDispatched dispatched) {
            write(dispatched, counts);
        } else if (event instanceof Event.ParcelScanned scanned) {
            write(scanned, counts);
        } else if (event instanceof Event.ParcelDelivered delivered) {
            write(delivered, counts);
        } else if (event instanceof Event.CaseOpened opened) {
            write(opened, counts);
        } else if (event instanceof Event.CaseClosed closed) {
            counts.updated(
                    "after_sale_case",
                    update(
                            "update marketplace.after_sale_case set closed_at = ? where after_sale_case_id = ?",
                            closed.at(),
                            closed.afterSaleCaseId()));
        } else if (event instanceof Event.StockRefilled refilled) {
            StockLevel level = new StockLevel(
                    ids.next(Table.STOCK_LEVEL), refilled.skuId(), refilled.shownQuantity(), refilled.at());
            counts.inserted("stock_level", Insert.insert(connection, List.of(level)));
        }
    }

    private void write(Event.LineCancelled event, RowCounts counts) throws SQLException {
        counts.updated(
                "order_line",
                update("""
                        update marketplace.order_line set status = 'cancelled', cancelled_at = ?, cancel_reason = ?
                        where order_line_id = ?""", event.at(), event.reason().name().toLowerCase(Locale.ROOT), event.orderLineId()));
        counts.updated("parcel", update("""
                        update marketplace.parcel set cancelled_at = ?
                        where parcel_id = ? and not exists (
                            select from marketplace.order_line line
                            where line.parcel_id = parcel.parcel_id and line.status = 'active')""", event.at(), event.parcelId()));
        counts.updated("order", update("""
                        update marketplace."order" set status = 'cancelled'
                        where order_id = ? and not exists (
                            select from marketplace.order_line line
                            where line.order_id = "order".order_id and line.status = 'active')""", event.orderId()));
        completeWhenDone(event.orderId(), counts);
    }

    private void write(Event.ParcelDispatched event, RowCounts counts) throws SQLException {
        counts.updated(
                "parcel",
                update(
                        "update marketplace.parcel set dispatched_at = ? where parcel_id = ?",
                        event.at(),
                        event.parcelId()));
        counts.updated("order", update("""
                        update marketplace."order" set status = 'shipped' where order_id = ? and status = 'placed'""", event.orderId()));
    }

    private void write(Event.ParcelScanned event, RowCounts counts) throws SQLException {
        TrackingScan scan = new TrackingScan(
                ids.next(Table.TRACKING_SCAN), event.parcelId(), event.kind(), event.province(), event.at());
        counts.inserted("tracking_scan", Insert.insert(connection, List.of(scan)));
    }

    private void write(Event.ParcelDelivered event, RowCounts counts) throws SQLException {
        counts.updated(
                "parcel",
                update(
                        "update marketplace.parcel set delivered_at = ? where parcel_id = ?",
                        event.at(),
                        event.parcelId()));
        completeWhenDone(event.orderId(), counts);
    }

    private void write(Event.CaseOpened event, RowCounts counts) throws SQLException {
        long id = ids.next(Table.AFTER_SALE_CASE);
        counts.inserted("after_sale_case", Insert.insert(connection, List.of(OrderState.opened(id, event))));
        PendingEvents.add(connection, List.of(new Event.CaseClosed(event.closesAt(), id)));
    }

    private void completeWhenDone(long orderId, RowCounts counts) throws SQLException {
        counts.updated("order", update("""
                        update marketplace."order" set status = 'completed'
                        where order_id = ? and status <> 'cancelled' and not exists (
                            select from marketplace.parcel
                            where parcel.order_id = "order".order_id and delivered_at is null and cancelled_at is null)""", orderId));
    }

    private int update(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                Object value = values[i] instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : values[i];
                statement.setObject(i + 1, value);
            }
            return statement.executeUpdate();
        }
    }
}
