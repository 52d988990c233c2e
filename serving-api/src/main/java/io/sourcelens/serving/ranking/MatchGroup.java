/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.ranking;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.sourcelens.serving.openapi.OfMart;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One place of a list of match groups; what all places of a list share is said once, in {@link Ranking}. */
@OfMart("best_match_groups")
record MatchGroup(
        int rank,
        @Nullable Integer previousRank,
        @Nullable Integer previousWeekRank,
        @Nullable Integer daysOnList,
        String matchGroupId,
        @Nullable String nameZh,
        @Nullable String nameEn,
        long skus,
        long suppliers,
        long orders,
        long units,
        long saleRevenueMinor,
        @JsonIgnore double maturity,
        @JsonIgnore Instant asOf,
        @JsonIgnore String runId)
        implements Ranked {}
