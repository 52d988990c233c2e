/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.margin;

import io.sourcelens.serving.answer.Newest;
import io.sourcelens.serving.catalogue.Marketplace;
import io.sourcelens.serving.openapi.OfMart;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a seller kept. */
@OfMart("margin_sku_seller_day")
record SellerMargin(
        String marketplace,
        String sellerId,
        @Schema(description = "First marketplace day.") LocalDate from,
        @Schema(description = "Last marketplace day.") LocalDate to,
        String currency,
        Instant asOf,
        String runId,

        @Schema(
                types = {"number", "null"},
                description = "Share of the order lines that are settled; null without order lines.")
        @Nullable
        Double maturity,

        @Schema(description = "Sums of the items; a part that is null in any of them is null.")
        MarginTotals totals,

        @Schema(description = "By day, then sku.") List<MarginRow> items) {

    static SellerMargin of(Marketplace marketplace, String sellerId, Period period, List<MarginRow> rows) {
        Newest newest = Newest.of(marketplace, rows);
        MarginTotals totals = MarginTotals.of(rows);
        return new SellerMargin(
                marketplace.marketplace(),
                sellerId,
                period.from(),
                period.to(),
                marketplace.currency(),
                newest.asOf(),
                newest.runId(),
                totals.shareSettled(),
                totals,
                rows);
    }
}
