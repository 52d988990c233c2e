/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.supplier;

import io.sourcelens.serving.answer.Newest;
import io.sourcelens.serving.catalogue.Marketplace;
import io.sourcelens.serving.openapi.OfMart;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scorecards of one answer. */
@OfMart("supplier_scorecard")
record SupplierScorecards(
        String marketplace,
        Instant asOf,
        String runId,

        @Schema(
                types = {"number", "null"},
                description = "Mean of the items', weighted by their order lines; null if there are none.")
        @Nullable
        Double maturity,

        @Schema(description = "In the order that the endpoint says.")
        List<SupplierScorecard> items) {

    static SupplierScorecards of(Marketplace marketplace, List<SupplierScorecard> items) {
        Newest newest = Newest.of(marketplace, items);
        return new SupplierScorecards(marketplace.marketplace(), newest.asOf(), newest.runId(), maturity(items), items);
    }

    private static @Nullable Double maturity(List<SupplierScorecard> items) {
        long lines = items.stream().mapToLong(SupplierScorecard::orderLines).sum();
        double settled = items.stream()
                .mapToDouble(item -> item.maturity() * item.orderLines())
                .sum();
        return lines == 0 ? null : settled / lines;
    }
}
