/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.intake;

import io.sourcelens.serving.catalogue.Marketplace;
import io.sourcelens.serving.openapi.OfMart;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Candidates of one answer. */
@OfMart("intake_candidate")
record IntakeCandidates(
        String marketplace,
        String currency,
        Instant asOf,
        String runId,

        @Schema(description = "In the order that the endpoint says.")
        List<IntakeCandidate> items) {

    static IntakeCandidates of(Marketplace marketplace, List<IntakeCandidate> items) {
        return items.stream()
                .max(Comparator.comparing(IntakeCandidate::asOf))
                .map(newest -> new IntakeCandidates(
                        marketplace.marketplace(), marketplace.currency(), newest.asOf(), newest.runId(), items))
                .orElseGet(() -> new IntakeCandidates(
                        marketplace.marketplace(),
                        marketplace.currency(),
                        marketplace.asOf(),
                        marketplace.runId(),
                        items));
    }
}
