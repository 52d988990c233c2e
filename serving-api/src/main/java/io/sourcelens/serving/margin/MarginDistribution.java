/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.margin;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.sourcelens.serving.answer.Published;
import io.sourcelens.serving.openapi.OfMart;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What an order line of a sku from one supplier leaves. A figure without evidence is null, and says why. */
@OfMart("margin_distribution")
record MarginDistribution(
        String skuId,
        String supplierId,
        String settlement,
        @Nullable String nameZh,
        @Nullable String nameEn,
        @Nullable String categoryId,
        LocalDate windowStart,
        LocalDate windowEnd,
        long orderLines,
        long cancelledOrderLines,
        long orderDays,
        @Nullable Long contributionMinor,
        @Nullable Double contributionMeanMinor,
        @Nullable Double contributionMeanLowMinor,
        @Nullable Double contributionMeanHighMinor,
        @Nullable Long contributionP10Minor,
        @Nullable Long contributionMedianMinor,
        @Nullable Long contributionP90Minor,
        @Nullable Long lossLines,
        @Nullable Double lossRateRaw,
        @Nullable Double lossProbability,
        @Nullable Double lossProbabilityLow,
        @Nullable Double lossProbabilityHigh,
        @Nullable String reason,
        double maturity,
        @JsonIgnore Instant asOf,
        @JsonIgnore String runId)
        implements Published {}
