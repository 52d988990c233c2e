/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.supplier;

import io.sourcelens.serving.catalogue.Marketplace;
import io.sourcelens.serving.openapi.OfMart;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Changes of one answer. */
@OfMart("supplier_change")
record SupplierChanges(
        String marketplace,
        Instant asOf,
        String runId,

        @Schema(description = "In the order that the endpoint says.")
        List<SupplierChange> items) {

    static SupplierChanges of(Marketplace marketplace, List<SupplierChange> items) {
        return items.stream()
                .max(Comparator.comparing(SupplierChange::asOf))
                .map(newest -> new SupplierChanges(marketplace.marketplace(), newest.asOf(), newest.runId(), items))
                .orElseGet(() ->
                        new SupplierChanges(marketplace.marketplace(), marketplace.asOf(), marketplace.runId(), items));
    }
}
