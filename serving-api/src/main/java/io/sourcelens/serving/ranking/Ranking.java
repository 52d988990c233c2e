/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.ranking;

import io.sourcelens.serving.answer.Newest;
import io.sourcelens.serving.catalogue.Marketplace;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of what sells best. An empty one is as fresh as its marketplace. */
record Ranking<T extends Ranked>(
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

        @Schema(description = "In the order that the endpoint says.")
        List<T> items) {

    static <T extends Ranked> Ranking<T> of(RankingQuery query, Marketplace marketplace, List<T> items) {
        Newest newest = Newest.of(marketplace, items);
        return new Ranking<>(
                query.marketplace(),
                query.windowDays(),
                query.categoryId(),
                query.rankedBy(),
                marketplace.currency(),
                newest.asOf(),
                newest.runId(),
                items.isEmpty() ? null : items.get(0).maturity(),
                items);
    }
}
