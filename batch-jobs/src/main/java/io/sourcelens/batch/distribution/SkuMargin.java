/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.distribution;

import io.sourcelens.batch.supplier.BetaPrior;
import org.jspecify.annotations.Nullable;

/**
 * What was counted of a sku and supplier over the lines of one settlement.
 *
 * @param firstLevel first-level category; null if the sku has none
 * @param left what the lines left; null if a cost of one of them is not known
 */
record SkuMargin(
        String marketplace,
        String skuId,
        String supplierId,
        boolean settled,
        Details details,
        @Nullable String firstLevel,
        long orderLines,
        long cancelledOrderLines,
        long days,
        @Nullable Left left) {

    /** A sku as {@code core.sku} has it. */
    record Details(
            @Nullable String nameZh,
            @Nullable String nameEn,
            @Nullable String categoryId) {}

    /**
     * What lines left.
     *
     * @param contributions of days, in minor units
     * @param losses lines of days that left less than nothing
     */
    record Left(DayTotals contributions, DayTotals losses, long p10, long median, long p90) {
        /** As many independent lines would tell as much. */
        BetaPrior.Count effective(double designEffect) {
            return new BetaPrior.Count(losses.total().doubleValue() / designEffect, losses.lines() / designEffect);
        }
    }

    /** Skus are drawn towards those of the same marketplace, first-level category and settlement. */
    Peers peers() {
        return new Peers(marketplace, firstLevel, settled);
    }

    record Peers(String marketplace, @Nullable String firstLevel, boolean settled) {}
}
