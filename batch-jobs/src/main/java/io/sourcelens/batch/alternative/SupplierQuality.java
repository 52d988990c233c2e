/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.alternative;

import org.jspecify.annotations.Nullable;

/**
 * What is to be expected of a supplier.
 *
 * @param lateDelivery forecast share of the parcels of the next 30 days; null without a forecast
 * @param parcels behind it
 * @param defects expected share of lines; null where it is not known
 * @param lines behind it
 * @param tier of 90 days; null without a score
 */
record SupplierQuality(
        @Nullable Range lateDelivery,
        long parcels,
        @Nullable Range defects,
        long lines,
        @Nullable String tier) {
    static final SupplierQuality UNKNOWN = new SupplierQuality(null, 0, null, 0, null);

    /** Fewer parcels or lines are too few to send anybody there. */
    private static final long LEAST_EVIDENCE = 20;

    boolean isLatenessKnown() {
        return lateDelivery != null && parcels >= LEAST_EVIDENCE;
    }

    boolean areDefectsKnown() {
        return defects != null && lines >= LEAST_EVIDENCE;
    }

    /**
     * In tier D, or certainly later than others.
     *
     * @param usualLateness share of late parcels of all suppliers
     */
    boolean isWeak(double usualLateness) {
        return "D".equals(tier) || lateDelivery != null && lateDelivery.low() > usualLateness;
    }
}
