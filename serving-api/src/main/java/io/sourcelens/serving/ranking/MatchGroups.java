/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.ranking;

import io.sourcelens.serving.catalogue.Marketplace;
import io.sourcelens.serving.openapi.OfMart;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of match groups: the same goods from several suppliers as one. An empty one is as fresh as its marketplace. */
@OfMart("best_match_groups")
record MatchGroups(
        String marketplace,
        int windowDays,
        String categoryId,
        String rankedBy,
        String currency,
        Instant asOf,
        String runId,

        @Schema(
                types = {"number", "null"},
                description = "Share of the window's time that had passed at as_of; null if the list is empty.")
        @Nullable
        Double maturity,

        @Schema(description = "By rank.") List<MatchGroup> items) {

    static MatchGroups of(BestSellersQuery query, Marketplace marketplace, List<MatchGroup> items) {
        return new MatchGroups(
                query.marketplace(),
                query.windowDays(),
                query.categoryId(),
                query.rankedBy(),
                marketplace.currency(),
                items.isEmpty() ? marketplace.asOf() : items.get(0).asOf(),
                items.isEmpty() ? marketplace.runId() : items.get(0).runId(),
                items.isEmpty() ? null : items.get(0).maturity(),
                items);
    }
}
