/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.mart;

import io.sourcelens.batch.marketplace.Marketplaces;
import java.util.Set;

/**
 * What every mart of a run is computed from, beside the tables.
 *
 * @param marketplaces those with an order, each known until its newest one
 * @param withPayments marketplaces that deliver payments
 * @param withCases marketplaces that deliver after-sale cases
 * @param withScans marketplaces that deliver carrier scans
 */
public record Basis(
        String runId,
        Marketplaces marketplaces,
        Set<String> withPayments,
        Set<String> withCases,
        Set<String> withScans) {

    /** Changes when every row of a mart could change, whatever its day. */
    public String rules() {
        return marketplaces.describe(one -> one.currency() + " " + one.timeZone() + " " + one.returnWindowDays())
                + "|payments " + withPayments + "|cases " + withCases + "|scans " + withScans;
    }

    /** Changes with the newest order of any marketplace. */
    public String asOf() {
        return marketplaces.describe(one -> one.knownUntil());
    }
}
