/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.live;

import org.jspecify.annotations.Nullable;

/**
 * One minute of one sku or seller of a marketplace.
 *
 * @param dimension {@code sku} or {@code seller}
 */
public record Cell(String marketplace, String dimension, String id, long minuteMillis) {
    static Cell ofSku(String marketplace, Contribution contribution) {
        return new Cell(marketplace, "sku", contribution.skuId(), contribution.minuteMillis());
    }

    /** {@code null} where the seller is not known. */
    static @Nullable Cell ofSeller(String marketplace, Contribution contribution) {
        String sellerId = contribution.sellerId();
        return sellerId == null ? null : new Cell(marketplace, "seller", sellerId, contribution.minuteMillis());
    }
}
