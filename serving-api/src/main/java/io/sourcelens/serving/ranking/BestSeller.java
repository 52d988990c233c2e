/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.ranking;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.sourcelens.serving.openapi.OfMart;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One place of a list; what all places of a list share is said once, in {@link Ranking}. */
@OfMart("best_sellers")
record BestSeller(
        int rank,
        @Nullable Integer previousRank,
        @Nullable Integer previousWeekRank,
        @Nullable Integer daysOnList,
        String skuId,
        @Nullable String nameZh,
        @Nullable String nameEn,
        @Nullable String matchGroupId,
        @Nullable String supplierId,
        @Nullable LocalDate firstSeenDay,
        long orders,
        long units,
        long saleRevenueMinor,
        @JsonIgnore double maturity,
        @JsonIgnore Instant asOf,
        @JsonIgnore String runId)
        implements Ranked {}
