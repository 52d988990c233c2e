/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.plan;

/**
 * What a scorecard must count for one supplier; definitions as in the mart {@code supplier_scorecard}.
 *
 * @param parcelsDue not cancelled, promised dispatch in the window and before the as-of time
 * @param parcelsLate of these, first scanned after the promise or not scanned
 * @param parcelsNotScanned of these, not scanned
 * @param orderLines not cancelled, ordered in the window
 * @param defectLines of these, with a case for a defect
 */
public record SupplierCounts(
        long supplierId, long parcelsDue, long parcelsLate, long parcelsNotScanned, long orderLines, long defectLines) {

    static SupplierCounts none(long supplierId) {
        return new SupplierCounts(supplierId, 0, 0, 0, 0, 0);
    }

    SupplierCounts parcel(boolean late, boolean notScanned) {
        return new SupplierCounts(
                supplierId,
                parcelsDue + 1,
                parcelsLate + (late ? 1 : 0),
                parcelsNotScanned + (notScanned ? 1 : 0),
                orderLines,
                defectLines);
    }

    SupplierCounts line(boolean defect) {
        return new SupplierCounts(
                supplierId, parcelsDue, parcelsLate, parcelsNotScanned, orderLines + 1, defectLines + (defect ? 1 : 0));
    }
}
