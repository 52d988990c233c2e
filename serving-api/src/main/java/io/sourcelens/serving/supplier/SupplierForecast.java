/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.supplier;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.sourcelens.serving.answer.Published;
import io.sourcelens.serving.openapi.OfMart;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is to be expected of one supplier. A probability without evidence is null, and says why. */
@OfMart("supplier_forecast")
record SupplierForecast(
        String supplierId,
        @Nullable String supplierName,
        String target,
        int horizonDays,
        @Nullable Double probability,
        @Nullable Double rateLow,
        @Nullable Double rateHigh,
        double parcelsExpected,
        long parcelsDue,
        long parcelsLate,
        @Nullable Double maturity,
        int evidenceDays,
        @Nullable String reason,
        @JsonIgnore Instant asOf,
        @JsonIgnore String runId)
        implements Published {}
