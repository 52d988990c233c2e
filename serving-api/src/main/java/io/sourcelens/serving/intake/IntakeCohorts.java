/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.intake;

import io.sourcelens.serving.catalogue.Marketplace;
import io.sourcelens.serving.openapi.OfMart;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Cohorts of one answer. */
@OfMart("intake_cohort")
record IntakeCohorts(
        String marketplace,
        String currency,
        Instant asOf,
        String runId,

        @Schema(description = "In the order that the endpoint says.")
        List<IntakeCohort> items) {

    static IntakeCohorts of(Marketplace marketplace, List<IntakeCohort> items) {
        return items.stream()
                .max(Comparator.comparing(IntakeCohort::asOf))
                .map(newest -> new IntakeCohorts(
                        marketplace.marketplace(), marketplace.currency(), newest.asOf(), newest.runId(), items))
                .orElseGet(() -> new IntakeCohorts(
                        marketplace.marketplace(),
                        marketplace.currency(),
                        marketplace.asOf(),
                        marketplace.runId(),
                        items));
    }
}
