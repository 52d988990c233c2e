/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.plan;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.sourcelens.ingestion.marketplace.CancelReason;
import io.sourcelens.ingestion.marketplace.CaseKind;
import io.sourcelens.ingestion.marketplace.CaseReason;
import io.sourcelens.ingestion.marketplace.ScanKind;
import java.time.Instant;

/** Something that happens after an order was placed. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Event.LineCancelled.class, name = "line_cancelled"),
    @JsonSubTypes.Type(value = Event.ParcelDispatched.class, name = "parcel_dispatched"),
    @JsonSubTypes.Type(value = Event.ParcelScanned.class, name = "parcel_scanned"),
    @JsonSubTypes.Type(value = Event.ParcelDelivered.class, name = "parcel_delivered"),
    @JsonSubTypes.Type(value = Event.CaseOpened.class, name = "case_opened"),
    @JsonSubTypes.Type(value = Event.CaseClosed.class, name = "case_closed"),
    @JsonSubTypes.Type(value = Event.StockRefilled.class, name = "stock_refilled")
})
public sealed interface Event {
    Instant at();

    /** A line is cancelled before its parcel leaves; with the last one its parcel and its order are. */
    record LineCancelled(Instant at, long orderLineId, long parcelId, long orderId, CancelReason reason)
            implements Event {}

    /** The supplier says that it has dispatched. */
    record ParcelDispatched(Instant at, long parcelId, long orderId) implements Event {}

    /** The carrier scans the parcel. */
    record ParcelScanned(Instant at, long parcelId, ScanKind kind, String province) implements Event {}

    /** The parcel reaches the customer; the carrier's scan of it comes as an event of its own. */
    record ParcelDelivered(Instant at, long parcelId, long orderId) implements Event {}

    /** The seller opens an after-sale case. */
    record CaseOpened(
            Instant at,
            long orderLineId,
            CaseKind kind,
            CaseReason reason,
            long refundMinor,
            long returnFreightMinor,
            long reshipFreightMinor,
            Instant closesAt)
            implements Event {}

    /** The case is settled. */
    record CaseClosed(Instant at, long afterSaleCaseId) implements Event {}

    /** The supplier shows new stock. */
    record StockRefilled(Instant at, long skuId, int shownQuantity) implements Event {}
}
