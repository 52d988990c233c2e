/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.marketplace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Row of {@code marketplace.parcel}: one shipment of one supplier; its promises never change. */
public record Parcel(
        long parcelId,
        long orderId,
        long supplierId,
        String carrier,
        String shipFromProvince,
        String shipToProvince,
        Instant createdAt,
        Instant promisedDispatchAt,
        Instant promisedDeliveryAt,
        @Nullable Instant dispatchedAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant cancelledAt) {
    public Parcel dispatched(Instant at) {
        return new Parcel(
                parcelId,
                orderId,
                supplierId,
                carrier,
                shipFromProvince,
                shipToProvince,
                createdAt,
                promisedDispatchAt,
                promisedDeliveryAt,
                at,
                deliveredAt,
                cancelledAt);
    }

    public Parcel delivered(Instant at) {
        return new Parcel(
                parcelId,
                orderId,
                supplierId,
                carrier,
                shipFromProvince,
                shipToProvince,
                createdAt,
                promisedDispatchAt,
                promisedDeliveryAt,
                dispatchedAt,
                at,
                cancelledAt);
    }

    public Parcel cancelled(Instant at) {
        return new Parcel(
                parcelId,
                orderId,
                supplierId,
                carrier,
                shipFromProvince,
                shipToProvince,
                createdAt,
                promisedDispatchAt,
                promisedDeliveryAt,
                dispatchedAt,
                deliveredAt,
                at);
    }
}
