/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.supplier;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.sourcelens.serving.answer.Published;
import io.sourcelens.serving.openapi.OfMart;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One measure of how a supplier fulfils. An estimate without evidence is null, and says why. */
@OfMart("supplier_fulfilment")
record SupplierFulfilmentMeasure(
        String supplierId,
        @Nullable String supplierName,
        String categoryId,
        int windowDays,
        String measure,
        String unit,
        @Nullable Double estimate,
        @Nullable Double estimateLow,
        @Nullable Double estimateHigh,
        @Nullable Double observed,
        @Nullable Double expected,
        long evidence,
        long events,
        long censored,
        long cancelled,
        @Nullable Double maturity,
        @Nullable String reason,
        @JsonIgnore Instant asOf,
        @JsonIgnore String runId)
        implements Published {}
