/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.live;

import io.sourcelens.serving.catalogue.Marketplace;
import io.sourcelens.serving.openapi.OfMart;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the seller who asks sells now. */
@OfMart("best_sellers")
record SellerLiveSales(
        String marketplace,
        @Schema(description = "The token's seller.") String sellerId,

        @Schema(description = "Minutes of the window, the running one included.")
        int windowMinutes,

        @Schema(description = "First minute of the window, in UTC.")
        Instant windowStart,

        @Schema(description = "When this was answered, in UTC.")
        Instant windowEnd,

        String currency,

        @Schema(description = "Distinct orders in the window: the support n.")
        long orders,

        @Schema(description = "Distinct buyers that are known, in the window.")
        long buyers,

        long units,
        long saleRevenueMinor,

        @Schema(
                types = {"string", "null"},
                description = "Newest change that is counted of the whole marketplace; null if the window has none.")
        @Nullable
        Instant asOf,

        @Schema(
                types = {"number", "null"},
                description = "Seconds from as_of to this answer; it also grows while nobody orders.")
        @Nullable
        Double ageSeconds) {

    static SellerLiveSales of(
            Marketplace marketplace, String sellerId, LiveWindow window, LiveSales sales, LiveFreshness freshness) {
        return new SellerLiveSales(
                marketplace.marketplace(),
                sellerId,
                window.minutes(),
                window.start(),
                window.end(),
                marketplace.currency(),
                sales.orders(),
                sales.buyers(),
                sales.units(),
                sales.saleRevenueMinor(),
                freshness.asOf(),
                freshness.ageSeconds());
    }
}
