/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.supplier;

import io.sourcelens.serving.catalogue.Marketplace;
import io.sourcelens.serving.openapi.OfMart;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Scores of one answer. */
@OfMart("supplier_score")
record SupplierScores(
        String marketplace,
        Instant asOf,
        String runId,

        @Schema(description = "In the order that the endpoint says.")
        List<SupplierScore> items) {

    static SupplierScores of(Marketplace marketplace, List<SupplierScore> items) {
        return items.stream()
                .max(Comparator.comparing(SupplierScore::asOf))
                .map(newest -> new SupplierScores(marketplace.marketplace(), newest.asOf(), newest.runId(), items))
                .orElseGet(() ->
                        new SupplierScores(marketplace.marketplace(), marketplace.asOf(), marketplace.runId(), items));
    }
}
