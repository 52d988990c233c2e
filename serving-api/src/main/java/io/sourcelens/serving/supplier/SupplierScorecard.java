/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.supplier;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.sourcelens.serving.answer.Published;
import io.sourcelens.serving.openapi.OfMart;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One supplier in one category and window. A rate without evidence is null. */
@OfMart("supplier_scorecard")
record SupplierScorecard(
        String supplierId,
        @Nullable String supplierName,
        String categoryId,
        int windowDays,
        long parcelsDue,
        long parcelsLate,
        long parcelsNotScanned,
        @Nullable Double lateDispatchRateRaw,
        @Nullable Double lateDispatchRate,
        @Nullable Double lateDispatchRateLow,
        @Nullable Double lateDispatchRateHigh,
        long orderLines,
        long defectLines,
        @Nullable Double defectRateRaw,
        @Nullable Double defectRate,
        @Nullable Double defectRateLow,
        @Nullable Double defectRateHigh,
        double maturity,
        @Nullable Double defectReported,
        @Nullable Double defectRateExpected,
        @Nullable Double defectRateExpectedLow,
        @Nullable Double defectRateExpectedHigh,
        @JsonIgnore Instant asOf,
        @JsonIgnore String runId)
        implements Published {}
