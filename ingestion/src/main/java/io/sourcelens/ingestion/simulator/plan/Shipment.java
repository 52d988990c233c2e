/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.plan;

import io.sourcelens.ingestion.marketplace.Parcel;
import io.sourcelens.ingestion.marketplace.ScanKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What will happen to a parcel unless it is cancelled.
 *
 * @param leavesAt dispatch click or first scan, whichever is first: no line can be cancelled after it
 * @param deliveredAt {@code null} if it is lost
 */
record Shipment(Instant leavesAt, @Nullable Instant deliveredAt, List<Event> events) {

    /** Collects the events of one parcel. */
    static final class Builder {
        private final Parcel parcel;
        private final List<Event> events = new ArrayList<>();

        Builder(Parcel parcel) {
            this.parcel = parcel;
        }

        Builder dispatched(Instant at) {
            events.add(new Event.ParcelDispatched(at, parcel.parcelId(), parcel.orderId()));
            return this;
        }

        Builder scanned(Instant at, ScanKind kind, String province) {
            events.add(new Event.ParcelScanned(at, parcel.parcelId(), kind, province));
            return this;
        }

        Shipment delivered(Instant at) {
            events.add(new Event.ParcelDelivered(at, parcel.parcelId(), parcel.orderId()));
            return build(at);
        }

        Shipment lost() {
            return build(null);
        }

        private Shipment build(@Nullable Instant deliveredAt) {
            Instant leavesAt =
                    events.stream().map(Event::at).min(Instant::compareTo).orElseThrow();
            return new Shipment(leavesAt, deliveredAt, List.copyOf(events));
        }
    }
}
