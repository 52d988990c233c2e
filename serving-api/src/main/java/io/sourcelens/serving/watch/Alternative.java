/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.watch;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.sourcelens.serving.answer.Published;
import io.sourcelens.serving.openapi.OfMart;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The same goods from another supplier, and what a change would gain. */
@OfMart("alternative")
record Alternative(
        String skuId,
        String supplierId,
        String alternativeSkuId,
        String alternativeSupplierId,
        @Nullable String alternativeSupplierName,
        int rank,
        String advice,
        @Nullable String reason,
        String atRisk,
        @Nullable String nameZh,
        @Nullable String nameEn,
        @Nullable String categoryId,
        String matchGroupId,
        @Nullable Double expectedGainMinor,
        @Nullable Double expectedGainLowMinor,
        @Nullable Double expectedGainHighMinor,
        @Nullable Double priceGainMinor,
        @Nullable Double freightGainMinor,
        @Nullable Double lateGainMinor,
        @Nullable Double defectGainMinor,
        long evidence,
        @Nullable Long supplyPriceMinor,
        @Nullable Double freightMinor,
        @Nullable String freightBasis,
        @Nullable Long freightOrderLines,
        @Nullable Double lateDeliveryProbability,
        @Nullable Double defectRateExpected,
        @Nullable String tier,
        @Nullable Integer stockUnits,
        @Nullable Double stockOutProbability,
        @Nullable String stockStatus,
        @Nullable Long alternativeSupplyPriceMinor,
        @Nullable Double alternativeFreightMinor,
        @Nullable String alternativeFreightBasis,
        @Nullable Long alternativeFreightOrderLines,
        @Nullable Double alternativeLateDeliveryProbability,
        @Nullable Double alternativeDefectRateExpected,
        @Nullable String alternativeTier,
        @Nullable Integer alternativeStockUnits,
        @Nullable Double alternativeStockOutProbability,
        @Nullable String alternativeStockStatus,
        @JsonIgnore Instant asOf,
        @JsonIgnore String runId)
        implements Published {}
