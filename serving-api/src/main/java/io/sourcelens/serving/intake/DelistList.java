/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.intake;

import io.sourcelens.serving.catalogue.Marketplace;
import io.sourcelens.serving.openapi.OfMart;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Skus of one answer. */
@OfMart("delist")
record DelistList(
        String marketplace,
        String currency,
        Instant asOf,
        String runId,

        @Schema(description = "In the order that the endpoint says.")
        List<DelistSku> items) {

    static DelistList of(Marketplace marketplace, List<DelistSku> items) {
        return items.stream()
                .max(Comparator.comparing(DelistSku::asOf))
                .map(newest -> new DelistList(
                        marketplace.marketplace(), marketplace.currency(), newest.asOf(), newest.runId(), items))
                .orElseGet(() -> new DelistList(
                        marketplace.marketplace(),
                        marketplace.currency(),
                        marketplace.asOf(),
                        marketplace.runId(),
                        items));
    }
}
