/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.alternative;

import org.jspecify.annotations.Nullable;

/**
 * A sku as its supplier offers it, with what is known of both.
 *
 * @param freight null where too few lines tell it
 * @param stock null where the supplier shows none
 */
record Offer(
        String skuId,
        String supplierId,
        @Nullable String nameZh,
        @Nullable String nameEn,
        @Nullable String categoryId,
        String matchGroupId,
        @Nullable Long supplyPriceMinor,
        @Nullable Freight freight,
        SupplierQuality quality,
        @Nullable ShownStock stock) {

    boolean isStockAtRisk() {
        return stock != null && stock.isAtRisk();
    }

    /** Smallest number of lines or parcels behind what is known of it; 0 if anything is not known. */
    long evidence() {
        return freight == null ? 0 : Math.min(freight.lines(), Math.min(quality.parcels(), quality.lines()));
    }
}
