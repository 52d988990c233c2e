/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.marketplace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Row of {@code marketplace.sku}: a variant of one supplier. */
public record Sku(
        long skuId,
        long productId,
        @Nullable Long matchGroupId,
        long supplierId,
        long categoryId,
        String nameZh,
        String nameEn,
        long supplyPriceMinor,
        int weightGrams,
        Instant createdAt) {}
