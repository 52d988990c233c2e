/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.marketplace;

import java.time.Instant;

/** Row of {@code marketplace."order"}. */
public record Order(
        long orderId,
        long sellerId,
        String buyerId,
        OrderMode mode,
        OrderStatus status,
        String shipToProvince,
        Instant orderedAt) {
    public Order with(OrderStatus newStatus) {
        return new Order(orderId, sellerId, buyerId, mode, newStatus, shipToProvince, orderedAt);
    }
}
