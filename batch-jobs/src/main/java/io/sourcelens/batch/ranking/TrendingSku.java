/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.ranking;

import org.jspecify.annotations.Nullable;

/**
 * A sku that may be listed as trending.
 *
 * @param buyers distinct ones of the last week
 * @param byBuyers its rise if all orders of a buyer in the eight weeks count as one together
 * @param sellers who list it; null if that is not known
 */
record TrendingSku(
        Trend trend,
        Details details,
        long buyers,
        Rise byBuyers,
        @Nullable Long sellers) {

    /** Fewer are no evidence of a trend, however many orders they made. */
    private static final int LEAST_BUYERS = 3;

    /** A sku as {@code core.sku} has it. */
    record Details(
            @Nullable String categoryId,
            @Nullable String nameZh,
            @Nullable String nameEn,
            @Nullable String matchGroupId,
            @Nullable String supplierId) {
        static final Details UNKNOWN = new Details(null, null, null, null, null);
    }

    /** Buyers per order: ten buyers with an order each are more of a trend than one buyer with ten. */
    double breadth() {
        return Math.min(1, (double) buyers / trend.orders());
    }

    /** Whether it has a place: what rises has to rise by its buyers too, for a burst of orders from few accounts is no rise. */
    boolean isListed() {
        return buyers >= LEAST_BUYERS && (isFading() || byBuyers.isOne());
    }

    boolean isFading() {
        return trend.stage() == Trend.Stage.FADING;
    }

    double score() {
        return byBuyers.gain() * breadth();
    }

    @Nullable
    Double saturation() {
        return sellers == null ? null : (double) sellers / trend.orders();
    }
}
