/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.live;

import org.jspecify.annotations.Nullable;

/**
 * What can be added up of a cell.
 *
 * @param sourceTimeMillis of the newest change that is in it
 * @param version of the row that was told last
 */
public record CellSums(long units, long saleRevenueMinor, long sourceTimeMillis, long version) {
    static final CellSums NOTHING = new CellSums(0, 0, 0, 0);

    CellSums with(CellDifference difference) {
        return new CellSums(
                units + units(difference.added()) - units(difference.removed()),
                saleRevenueMinor + revenue(difference.added()) - revenue(difference.removed()),
                Math.max(sourceTimeMillis, difference.sourceTimeMillis()),
                version);
    }

    /** The clock, so that a version grows also over a restore, which forgets the last one; never the same twice. */
    CellSums told(long nowMillis) {
        return new CellSums(units, saleRevenueMinor, sourceTimeMillis, Math.max(nowMillis, version + 1));
    }

    private static long units(@Nullable Contribution contribution) {
        return contribution == null ? 0 : contribution.units();
    }

    private static long revenue(@Nullable Contribution contribution) {
        return contribution == null ? 0 : contribution.saleRevenueMinor();
    }
}
