/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.intake;

import io.sourcelens.serving.catalogue.Marketplace;
import io.sourcelens.serving.openapi.OfMart;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Opportunities of one answer. */
@OfMart("intake_opportunity")
record IntakeOpportunities(
        String marketplace,
        String currency,
        Instant asOf,
        String runId,

        @Schema(description = "In the order that the endpoint says.")
        List<IntakeOpportunity> items) {

    static IntakeOpportunities of(Marketplace marketplace, List<IntakeOpportunity> items) {
        return items.stream()
                .max(Comparator.comparing(IntakeOpportunity::asOf))
                .map(newest -> new IntakeOpportunities(
                        marketplace.marketplace(), marketplace.currency(), newest.asOf(), newest.runId(), items))
                .orElseGet(() -> new IntakeOpportunities(
                        marketplace.marketplace(),
                        marketplace.currency(),
                        marketplace.asOf(),
                        marketplace.runId(),
                        items));
    }
}
