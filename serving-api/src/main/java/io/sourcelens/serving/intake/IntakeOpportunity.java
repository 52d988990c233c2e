/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.intake;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.sourcelens.serving.answer.Published;
import io.sourcelens.serving.openapi.OfMart;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the skus of a category and price band promise. A figure without evidence is null. */
@OfMart("intake_opportunity")
record IntakeOpportunity(
        String categoryId,
        int priceBand,
        long priceFromMinor,
        long priceToMinor,
        long skus,
        long orders,
        long previousOrders,
        long units,
        long previousUnits,
        @Nullable Double growth,
        @Nullable Double growthLow,
        @Nullable Double growthHigh,
        @Nullable String growthReason,
        long suppliers,
        long supplierOrders,
        @Nullable Double supplierHhi,
        @Nullable Double effectiveSuppliers,
        @Nullable Double sellersPerSku,
        long sellingSkus,
        @Nullable Long contributionMedianMinor,
        long marginOrderLines,
        @Nullable Double marginRate,
        @Nullable Double lateDeliveryProbability,
        double forecastOrderShare,
        @Nullable Double lostSalesUnits,
        @Nullable Double lostSalesUnitsLow,
        @Nullable Double lostSalesUnitsHigh,
        long watchedSkus,
        double outOfStockDays,
        @Nullable String lostSalesReason,
        @Nullable Double score,
        @Nullable Double growthPoints,
        @Nullable Double marginPoints,
        @Nullable Double sellerPoints,
        @Nullable Double supplierPoints,
        @Nullable Double reliabilityPoints,
        double knownWeight,
        int weightsVersion,
        LocalDate windowStart,
        LocalDate windowEnd,
        @JsonIgnore Instant asOf,
        @JsonIgnore String runId)
        implements Published {}
