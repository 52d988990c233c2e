/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.supplier;

import io.sourcelens.serving.catalogue.Marketplace;
import io.sourcelens.serving.openapi.OfMart;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Measures of one answer. */
@OfMart("supplier_fulfilment")
record SupplierFulfilment(
        String marketplace,
        Instant asOf,
        String runId,

        @Schema(description = "In the order that the endpoint says.")
        List<SupplierFulfilmentMeasure> items) {

    static SupplierFulfilment of(Marketplace marketplace, List<SupplierFulfilmentMeasure> items) {
        return items.stream()
                .max(Comparator.comparing(SupplierFulfilmentMeasure::asOf))
                .map(newest -> new SupplierFulfilment(marketplace.marketplace(), newest.asOf(), newest.runId(), items))
                .orElseGet(() -> new SupplierFulfilment(
                        marketplace.marketplace(), marketplace.asOf(), marketplace.runId(), items));
    }
}
