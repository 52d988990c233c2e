/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.ranking;

import io.sourcelens.serving.answer.Newest;
import io.sourcelens.serving.catalogue.Marketplace;
import io.sourcelens.serving.openapi.OfMart;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of what is expected to sell more than usual. An empty one is as fresh as its marketplace. */
@OfMart("trending")
record Trending(
        String marketplace,
        String categoryId,

        @Schema(
                types = {"string", "null"},
                format = "date",
                description = "First of the seven marketplace days of the window; null if the list is empty.")
        @Nullable
        LocalDate windowStart,

        @Schema(
                types = {"string", "null"},
                format = "date",
                description = "Last marketplace day that is over at as_of; null if the list is empty.")
        @Nullable
        LocalDate windowEnd,

        Instant asOf,
        String runId,

        @Schema(description = "By rank.") List<TrendingSku> items) {

    static Trending of(Marketplace marketplace, String categoryId, List<TrendingSku> items) {
        Newest newest = Newest.of(marketplace, items);
        return new Trending(
                marketplace.marketplace(),
                categoryId,
                items.isEmpty() ? null : items.get(0).windowStart(),
                items.isEmpty() ? null : items.get(0).windowEnd(),
                newest.asOf(),
                newest.runId(),
                items);
    }
}
