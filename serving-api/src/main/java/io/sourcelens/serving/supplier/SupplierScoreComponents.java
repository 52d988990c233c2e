/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.supplier;

import io.sourcelens.serving.catalogue.Marketplace;
import io.sourcelens.serving.openapi.OfMart;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Components of one answer. */
@OfMart("supplier_score_component")
record SupplierScoreComponents(
        String marketplace,
        Instant asOf,
        String runId,

        @Schema(description = "In the order that the endpoint says.")
        List<SupplierScoreComponent> items) {

    static SupplierScoreComponents of(Marketplace marketplace, List<SupplierScoreComponent> items) {
        return items.stream()
                .max(Comparator.comparing(SupplierScoreComponent::asOf))
                .map(newest ->
                        new SupplierScoreComponents(marketplace.marketplace(), newest.asOf(), newest.runId(), items))
                .orElseGet(() -> new SupplierScoreComponents(
                        marketplace.marketplace(), marketplace.asOf(), marketplace.runId(), items));
    }
}
