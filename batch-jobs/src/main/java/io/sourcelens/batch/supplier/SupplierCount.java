/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.supplier;

/**
 * What was counted of a supplier in a category and window.
 *
 * @param reportedMillionths order lines, each weighted by the millionths of its defects that are reported by now
 * @param parcels how late ones fall on days
 * @param lines how defective ones fall on days
 */
record SupplierCount(
        String marketplace,
        String supplierId,
        String categoryId,
        int windowDays,
        long parcelsDue,
        long parcelsLate,
        long parcelsNotScanned,
        long orderLines,
        long defectLines,
        long settledLines,
        long reportedMillionths,
        DayClusters parcels,
        DayClusters lines) {

    BetaPrior.Count lateDispatch() {
        return new BetaPrior.Count(parcelsLate, parcelsDue);
    }

    BetaPrior.Count defects() {
        return new BetaPrior.Count(defectLines, orderLines);
    }

    /** Defects among as many lines as would have reported all of theirs. */
    BetaPrior.Count defectsOfReported() {
        return new BetaPrior.Count(defectLines, Math.max(defectLines, Math.round(reportedMillionths / 1e6)));
    }

    double reported() {
        return reportedMillionths / 1e6 / orderLines;
    }

    /** Suppliers are compared within the same marketplace, category and window. */
    Peers peers() {
        return new Peers(marketplace, categoryId, windowDays);
    }

    record Peers(String marketplace, String categoryId, int windowDays) {}

    /** Without lines nothing is still to come. */
    double maturity() {
        return orderLines == 0 ? 1 : (double) settledLines / orderLines;
    }
}
