/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.marketplace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Row of {@code marketplace.order_line}: one sku of one supplier within an order. */
public record OrderLine(
        long orderLineId,
        long orderId,
        int lineNumber,
        long sellerId,
        String buyerId,
        long skuId,
        long supplierId,
        long parcelId,
        OrderMode mode,
        int quantity,
        long salePriceMinor,
        long supplyPriceMinor,
        long freightMinor,
        long platformFeeMinor,
        long promotionMinor,
        int shownStock,
        LineStatus status,
        @Nullable CancelReason cancelReason,
        @Nullable Instant cancelledAt,
        Instant orderedAt) {
    public boolean isCancelled() {
        return status == LineStatus.CANCELLED;
    }

    public long saleRevenueMinor() {
        return quantity * salePriceMinor;
    }

    public long supplyCostMinor() {
        return quantity * supplyPriceMinor;
    }

    public OrderLine cancelled(CancelReason reason, Instant at) {
        return new OrderLine(
                orderLineId,
                orderId,
                lineNumber,
                sellerId,
                buyerId,
                skuId,
                supplierId,
                parcelId,
                mode,
                quantity,
                salePriceMinor,
                supplyPriceMinor,
                freightMinor,
                platformFeeMinor,
                promotionMinor,
                shownStock,
                LineStatus.CANCELLED,
                reason,
                at,
                orderedAt);
    }
}
