/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.marketplace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Row of {@code marketplace.after_sale_case}: a refund, return or reshipment of an order line. */
public record AfterSaleCase(
        long afterSaleCaseId,
        long orderLineId,
        CaseKind kind,
        CaseReason reason,
        long refundMinor,
        long returnFreightMinor,
        long reshipFreightMinor,
        Instant openedAt,
        @Nullable Instant closedAt) {
    public AfterSaleCase closed(Instant at) {
        return new AfterSaleCase(
                afterSaleCaseId,
                orderLineId,
                kind,
                reason,
                refundMinor,
                returnFreightMinor,
                reshipFreightMinor,
                openedAt,
                at);
    }
}
