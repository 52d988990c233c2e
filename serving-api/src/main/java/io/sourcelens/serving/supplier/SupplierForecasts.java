/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.supplier;

import io.sourcelens.serving.catalogue.Marketplace;
import io.sourcelens.serving.openapi.OfMart;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Forecasts of one answer. */
@OfMart("supplier_forecast")
record SupplierForecasts(
        String marketplace,
        Instant asOf,
        String runId,

        @Schema(description = "In the order that the endpoint says.")
        List<SupplierForecast> items) {

    static SupplierForecasts of(Marketplace marketplace, List<SupplierForecast> items) {
        return items.stream()
                .max(Comparator.comparing(SupplierForecast::asOf))
                .map(newest -> new SupplierForecasts(marketplace.marketplace(), newest.asOf(), newest.runId(), items))
                .orElseGet(() -> new SupplierForecasts(
                        marketplace.marketplace(), marketplace.asOf(), marketplace.runId(), items));
    }
}
