/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.watch;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.sourcelens.serving.answer.Published;
import io.sourcelens.serving.openapi.OfMart;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A parcel of the seller who asks that needs someone. */
@OfMart("stuck_parcel")
record StuckParcel(
        String parcelId,
        String orderId,
        String supplierId,
        @Nullable String carrier,
        @Nullable String shipFromProvince,
        @Nullable String shipToProvince,
        String reason,
        Instant createdAt,
        @Nullable Instant promisedDispatchAt,
        @Nullable Instant promisedDeliveryAt,
        @Nullable Instant lastScannedAt,
        @Nullable Double hoursSinceScan,
        @Nullable Double hoursOverdue,
        @Nullable Double limitHours,
        String limitScope,
        long limitGaps,
        @JsonIgnore Instant asOf,
        @JsonIgnore String runId)
        implements Published {}
