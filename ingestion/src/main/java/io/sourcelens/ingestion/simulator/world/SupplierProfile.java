/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.world;

import io.sourcelens.ingestion.marketplace.Supplier;

/**
 * A supplier and the quality that was planted in it.
 *
 * @param lateProbability of a parcel's first scan after its promise, on an ordinary day in the middle of the history
 * @param driftPerMonth change of the log-odds of lateness in 30 days
 * @param defectProbability of an order line to get a case for a defect
 * @param dishonestProbability of an order line to be cancelled for lack of stock that was shown
 * @param promiseHours promised hours from order to dispatch
 */
public record SupplierProfile(
        Supplier supplier,
        int department,
        double weight,
        double lateProbability,
        double driftPerMonth,
        double defectProbability,
        double dishonestProbability,
        int promiseHours,
        int carrier) {

    public long id() {
        return supplier.supplierId();
    }

    /** Whether it hides its stock-outs. */
    public boolean isDishonest() {
        return dishonestProbability > 0.01;
    }
}
