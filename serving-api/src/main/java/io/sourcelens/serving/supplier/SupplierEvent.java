/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.supplier;

import io.sourcelens.serving.openapi.OfMart;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A parcel or an order line that a scorecard's number counts. */
@OfMart("supplier_event")
record SupplierEvent(
        LocalDate day,
        String orderId,
        String itemId,
        @Nullable Instant promisedDispatchAt,
        @Nullable Instant firstScannedAt,
        @Nullable Double hoursLate,
        @Nullable String reason,
        @Nullable Instant openedAt) {}
