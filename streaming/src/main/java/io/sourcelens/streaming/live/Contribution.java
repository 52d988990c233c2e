/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.live;

import org.jspecify.annotations.Nullable;

/**
 * What an order line adds to the counts.
 *
 * @param minuteMillis start of the minute in which it was ordered, in milliseconds since 1970-01-01T00:00:00Z
 * @param sellerId {@code null} where the marketplace does not know it
 * @param buyerHash {@code null} where the marketplace does not know the buyer
 */
public record Contribution(
        long minuteMillis,
        String skuId,
        @Nullable String sellerId,
        long orderHash,
        @Nullable Long buyerHash,
        long units,
        long saleRevenueMinor) {}
