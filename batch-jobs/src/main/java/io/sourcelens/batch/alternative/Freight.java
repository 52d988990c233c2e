/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.alternative;

import org.jspecify.annotations.Nullable;

/**
 * What sending one unit is expected to cost.
 *
 * @param perUnit minor units
 * @param lines order lines behind it: its support
 * @param basis sku, or category where the sku was ordered too seldom
 */
record Freight(Range perUnit, long lines, String basis) {
    /** From the supplier's lines of the sku, else from those of its skus of the same leaf category; null without enough. */
    static @Nullable Freight of(FreightSums ofSku, FreightSums ofCategory) {
        if (ofSku.isEnough()) {
            return new Freight(ofSku.perUnit(), ofSku.lines(), "sku");
        }
        return ofCategory.isEnough() ? new Freight(ofCategory.perUnit(), ofCategory.lines(), "category") : null;
    }
}
