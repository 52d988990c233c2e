/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.world;

import io.sourcelens.ingestion.marketplace.Sku;

/**
 * A sku, who ships it and how much people want it.
 *
 * @param index position in the world's list
 * @param popularity demand relative to other skus on an ordinary day
 */
public record SkuProfile(
        int index,
        Sku sku,
        SupplierProfile supplier,
        int department,
        long ordinarySalePriceMinor,
        double popularity,
        Trend trend) {
    public long id() {
        return sku.skuId();
    }
}
