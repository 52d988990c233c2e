/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.alternative;

import java.util.Optional;

/**
 * What bad deliveries and goods cost a seller in a marketplace: refunds, return and reship freight per supply cost of the line.
 *
 * @param perLate expected for a line that is delivered late
 * @param perDefect expected for a defective line
 */
record AfterSaleCosts(double perLate, double perDefect) {
    /**
     * Shares the costs of settled lines out by reason.
     *
     * @param costMinor after-sale costs of settled lines
     * @param supplyCostMinor supply cost of the same lines
     * @param lateShare share of the costs of all cases that is of cases for being late
     * @param defectShare the same of those for defects
     * @param lateness share of parcels that are delivered late
     * @param defects share of lines that are defective
     * @return empty without a settled line
     */
    static Optional<AfterSaleCosts> of(
            long costMinor,
            long supplyCostMinor,
            double lateShare,
            double defectShare,
            double lateness,
            double defects) {
        if (supplyCostMinor == 0) {
            return Optional.empty();
        }
        double cost = (double) costMinor / supplyCostMinor;
        return Optional.of(new AfterSaleCosts(
                lateness == 0 ? 0 : cost * lateShare / lateness, defects == 0 ? 0 : cost * defectShare / defects));
    }
}
