/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.intake;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Quarters of skus by their mean sale price. */
final class PriceBands {
    private static final int BANDS = 4;

    private PriceBands() {}

    /** Skus by band, from 1. Those of one price are in one band, so a band may be empty and is left out. */
    static SortedMap<Integer, List<SkuDemand>> of(List<SkuDemand> skus) {
        long[] prices = skus.stream().mapToLong(SkuDemand::priceMinor).sorted().toArray();
        SortedMap<Integer, List<SkuDemand>> bands = new TreeMap<>();
        for (SkuDemand sku : skus) {
            bands.computeIfAbsent(band(sku.priceMinor(), prices), any -> new java.util.ArrayList<>())
                    .add(sku);
        }
        return bands;
    }

    private static int band(long price, long[] sorted) {
        int band = 1;
        while (band < BANDS && price > sorted[(band * sorted.length + BANDS - 1) / BANDS - 1]) {
            band++;
        }
        return band;
    }
}
