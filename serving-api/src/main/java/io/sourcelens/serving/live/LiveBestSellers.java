/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.live;

import io.sourcelens.serving.catalogue.Marketplace;
import io.sourcelens.serving.openapi.OfMart;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of what sells now. */
@OfMart("best_sellers")
record LiveBestSellers(
        String marketplace,
        @Schema(description = "sku or category.") String dimension,

        @Schema(description = "Minutes of the window, the running one included.")
        int windowMinutes,

        @Schema(description = "First minute of the window, in UTC.")
        Instant windowStart,

        @Schema(description = "When this was answered, in UTC.")
        Instant windowEnd,

        String currency,

        @Schema(
                types = {"string", "null"},
                description = "Newest change that is counted of the whole marketplace; null if the window has none.")
        @Nullable
        Instant asOf,

        @Schema(
                types = {"number", "null"},
                description = "Seconds from as_of to this answer; it also grows while nobody orders.")
        @Nullable
        Double ageSeconds,

        @Schema(description = "By units, then revenue, then id.")
        List<LiveBestSeller> items) {

    static LiveBestSellers of(
            LiveBestSellersQuery query, Marketplace marketplace, LiveFreshness freshness, List<LiveBestSeller> items) {
        return new LiveBestSellers(
                marketplace.marketplace(),
                query.dimension(),
                query.window().minutes(),
                query.window().start(),
                query.window().end(),
                marketplace.currency(),
                freshness.asOf(),
                freshness.ageSeconds(),
                items);
    }
}
