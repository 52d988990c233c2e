/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.live;

import io.sourcelens.serving.openapi.OfMart;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One place of a live list. */
@OfMart("best_sellers")
record LiveBestSeller(
        int rank,

        @Schema(
                types = {"integer", "null"},
                description = "Rank in the same list of as many minutes before; null if it did not sell in them.")
        @Nullable
        Integer previousRank,

        @Schema(
                types = {"string", "null"},
                description = "Sku; null in a list of categories.")
        @Nullable
        String skuId,

        @Schema(
                types = {"string", "null"},
                description = "The category, or the sku's leaf category now; null if it is not known.")
        @Nullable
        String categoryId,

        @Nullable String nameZh,
        @Nullable String nameEn,
        @Nullable String supplierId,
        @Nullable String matchGroupId,
        long orders,

        @Schema(description = "Distinct buyers that are known, in the window.")
        long buyers,

        long units,
        long saleRevenueMinor,

        @Schema(description = "When the newest change counted here was committed at its source.")
        Instant asOf,

        @Schema(description = "Seconds from as_of to this answer.")
        double ageSeconds) {}
