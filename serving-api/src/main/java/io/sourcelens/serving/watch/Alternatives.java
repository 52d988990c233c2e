/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.watch;

import io.sourcelens.serving.catalogue.Marketplace;
import io.sourcelens.serving.openapi.OfMart;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Alternatives of one answer. */
@OfMart("alternative")
record Alternatives(
        String marketplace,
        String currency,
        Instant asOf,
        String runId,

        @Schema(description = "Best advice first, in it the largest certain gain.")
        List<Alternative> items) {

    static Alternatives of(Marketplace marketplace, List<Alternative> items) {
        return items.stream()
                .max(Comparator.comparing(Alternative::asOf))
                .map(newest -> new Alternatives(
                        marketplace.marketplace(), marketplace.currency(), newest.asOf(), newest.runId(), items))
                .orElseGet(() -> new Alternatives(
                        marketplace.marketplace(),
                        marketplace.currency(),
                        marketplace.asOf(),
                        marketplace.runId(),
                        items));
    }
}
