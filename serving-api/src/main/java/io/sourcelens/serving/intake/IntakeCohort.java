/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.intake;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.sourcelens.serving.answer.Published;
import io.sourcelens.serving.openapi.OfMart;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How goods did that were brought in during one week. Figures are null until all are old enough. */
@OfMart("intake_cohort")
record IntakeCohort(
        LocalDate week,
        int ageDays,
        String arrival,
        long skus,
        double maturity,
        @Nullable String reason,
        @Nullable Long soldSkus,
        @Nullable Double firstSaleShare,
        @Nullable Double earlierFirstSaleShare,
        @Nullable Double earlierFirstSaleShareLow,
        @Nullable Double earlierFirstSaleShareHigh,
        @Nullable Long orderLines,
        @Nullable Long units,
        @Nullable Long stockedSkus,
        @Nullable Long stockedUnits,
        @Nullable Double sellThrough,
        @Nullable Double earlierSellThrough,
        @Nullable Double earlierSellThroughLow,
        @Nullable Double earlierSellThroughHigh,
        @Nullable Long sellerSkus,
        @Nullable Long repeatSellerSkus,
        @Nullable Double repeatShare,
        @Nullable Double earlierRepeatShare,
        @Nullable Double earlierRepeatShareLow,
        @Nullable Double earlierRepeatShareHigh,
        @Nullable Long contributionMinor,
        @Nullable Double settledShare,
        @Nullable Double contributionPerSkuMinor,
        @Nullable Double earlierContributionPerSkuMinor,
        @Nullable Double earlierContributionPerSkuLowMinor,
        @Nullable Double earlierContributionPerSkuHighMinor,
        long earlierCohorts,
        @JsonIgnore Instant asOf,
        @JsonIgnore String runId)
        implements Published {}
