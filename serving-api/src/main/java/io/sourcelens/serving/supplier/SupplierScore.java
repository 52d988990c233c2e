/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.supplier;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.sourcelens.serving.answer.Published;
import io.sourcelens.serving.openapi.OfMart;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How one supplier scores, and in which tier it is. */
@OfMart("supplier_score")
record SupplierScore(
        String supplierId,
        @Nullable String supplierName,
        String categoryId,
        int windowDays,
        @Nullable Double score,
        @Nullable Double scoreLow,
        @Nullable Double scoreHigh,
        String tier,
        @Nullable String tierReason,
        double weightKnown,
        double weightSupported,
        long evidence,
        @Nullable Double maturity,
        @Nullable String costliestComponent,
        @Nullable Double costliestPointsLost,
        String weightsVersion,
        @JsonIgnore Instant asOf,
        @JsonIgnore String runId)
        implements Published {}
