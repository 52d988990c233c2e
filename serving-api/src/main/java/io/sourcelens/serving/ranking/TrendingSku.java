/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.ranking;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.sourcelens.serving.answer.Published;
import io.sourcelens.serving.openapi.OfMart;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One place of the list; what all places share is said once, in {@link Trending}. */
@OfMart("trending")
record TrendingSku(
        int rank,
        String skuId,
        @Nullable String nameZh,
        @Nullable String nameEn,
        @Nullable String matchGroupId,
        @Nullable String supplierId,
        long orders,
        @Nullable Double soldOutDays,
        double meanWeeklyOrders,
        double expectedOrders,
        @Nullable Double expectedOrdersLow,
        @Nullable Double expectedOrdersHigh,
        long buyers,
        @Nullable Double breadth,
        double score,
        @Nullable Double pValue,
        @Nullable Double qValue,
        String stage,
        @Nullable Long sellers,
        @Nullable Double saturation,
        @JsonIgnore LocalDate windowStart,
        @JsonIgnore LocalDate windowEnd,
        @JsonIgnore Instant asOf,
        @JsonIgnore String runId)
        implements Published {}
