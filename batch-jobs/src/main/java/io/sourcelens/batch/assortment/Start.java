/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.assortment;

import org.jspecify.annotations.Nullable;

/**
 * What a sku brought until it was of some age.
 *
 * @param orderLines not cancelled
 * @param allOrderLines cancelled ones included
 * @param settledOrderLines of all lines
 * @param contributionMinor null if a cost is not known
 * @param sellers known ones with a sale
 * @param repeatSellers of these, with sales on two or more days
 * @param stockUnits shown last; null if none were shown
 */
record Start(
        long orderLines,
        long allOrderLines,
        long settledOrderLines,
        long units,
        @Nullable Long contributionMinor,
        long sellers,
        long repeatSellers,
        @Nullable Integer stockUnits) {
    static final Start NOTHING = new Start(0, 0, 0, 0, 0L, 0, 0, null);

    Start showing(@Nullable Integer units) {
        return new Start(
                orderLines,
                allOrderLines,
                settledOrderLines,
                this.units,
                contributionMinor,
                sellers,
                repeatSellers,
                units);
    }
}
