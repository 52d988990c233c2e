/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.ranking;

import java.util.Map;

/**
 * Among which skus is ranked.
 *
 * @param priceBand {@value #ANY} for any
 * @param shipFromProvince the empty text for any, as for tier and mode
 * @param arrivedWithinDays {@value #ANY} for any
 */
record RankingFilter(int priceBand, String shipFromProvince, String tier, String mode, int arrivedWithinDays) {
    static final int ANY = 0;
    static final RankingFilter NONE = new RankingFilter(ANY, "", "", "", ANY);

    /** New arrivals alone. */
    static RankingFilter arrivedWithin(int days) {
        return new RankingFilter(ANY, "", "", "", days);
    }

    boolean isNone() {
        return equals(NONE);
    }

    /** By their names in SQL. */
    Map<String, Object> parameters() {
        return Map.of(
                "price_band", priceBand,
                "ship_from_province", shipFromProvince,
                "tier", tier,
                "mode", mode,
                "arrived_within_days", arrivedWithinDays);
    }
}
