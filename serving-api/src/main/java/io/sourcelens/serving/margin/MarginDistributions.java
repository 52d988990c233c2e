/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.margin;

import io.sourcelens.serving.catalogue.Marketplace;
import io.sourcelens.serving.openapi.OfMart;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Distributions of one answer. */
@OfMart("margin_distribution")
record MarginDistributions(
        String marketplace,
        String currency,
        Instant asOf,
        String runId,

        @Schema(description = "In the order that the endpoint says.")
        List<MarginDistribution> items) {

    static MarginDistributions of(Marketplace marketplace, List<MarginDistribution> items) {
        return items.stream()
                .max(Comparator.comparing(MarginDistribution::asOf))
                .map(newest -> new MarginDistributions(
                        marketplace.marketplace(), marketplace.currency(), newest.asOf(), newest.runId(), items))
                .orElseGet(() -> new MarginDistributions(
                        marketplace.marketplace(),
                        marketplace.currency(),
                        marketplace.asOf(),
                        marketplace.runId(),
                        items));
    }
}
