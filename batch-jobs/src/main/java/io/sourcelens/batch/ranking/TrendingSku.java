/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.ranking;

import org.jspecify.annotations.Nullable;

/**
 * A sku that may be listed as trending.
 *
 * @param buyers distinct ones of the last week
 * @param byBuyers its rise if all orders of a buyer in the eight weeks count as one together
 * @param pValue see {@link Surprise}
 * @param sellers who list it; null if that is not known
 */
record TrendingSku(
        Trend trend,
        Details details,
        long buyers,
        Rise byBuyers,
        @Nullable Double pValue,
        @Nullable Long sellers) {

    /** With fewer orders, or orders of fewer buyers, in the last week there is no telling what a sku does. */
    private static final int LEAST = 3;

    /** A sku as {@code core.sku} has it. */
    record Details(
            @Nullable String categoryId,
            @Nullable String nameZh,
            @Nullable String nameEn,
            @Nullable String matchGroupId,
            @Nullable String supplierId) {
        static final Details UNKNOWN = new Details(null, null, null, null, null);
    }

    /** Where in its rise a sku is; those of a later stage than {@link #PEAKING} come after all others, in this order. */
    enum Stage {
        /** First ordered within the last four weeks. */
        EMERGING,
        /** Expected to be ordered more often than last week. */
        RISING,
        /** Expected to be ordered less often than last week, yet more often than in its mean week. */
        PEAKING,
        /** Not expected to be ordered more often than in its mean week. */
        FADING,
        /** Ordered too rarely in the last week to tell. */
        UNSURE;

        private static final int NEW_DAYS = 28;

        /** 0 for all that rise. */
        int group() {
            return Math.max(0, ordinal() - PEAKING.ordinal());
        }
    }

    Stage stage() {
        if (trend.orders() < LEAST) {
            return Stage.UNSURE;
        }
        if (!trend.rise().isOne()) {
            return Stage.FADING;
        }
        if (trend.daysOnSale() <= Stage.NEW_DAYS) {
            return Stage.EMERGING;
        }
        return trend.rise().expectedOrders() >= trend.orders() ? Stage.RISING : Stage.PEAKING;
    }

    /** Buyers per order: ten buyers with an order each are more of a trend than one buyer with ten. Null without an order. */
    @Nullable
    Double breadth() {
        return trend.orders() == 0 ? null : Math.min(1, (double) buyers / trend.orders());
    }

    /** Whether it has a place: many orders need buyers, and a burst of orders from few accounts is no rise. */
    boolean isListed() {
        return (trend.orders() < LEAST || buyers >= LEAST) && (!trend.rise().isOne() || byBuyers.isOne());
    }

    double score() {
        Double breadth = breadth();
        return byBuyers.gain() * (breadth == null ? 1 : breadth);
    }

    @Nullable
    Double saturation() {
        return sellers == null || trend.orders() == 0 ? null : (double) sellers / trend.orders();
    }
}
