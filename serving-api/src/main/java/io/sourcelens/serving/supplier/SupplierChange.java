/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.supplier;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.sourcelens.serving.answer.Published;
import io.sourcelens.serving.openapi.OfMart;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Since when one supplier is worse or better, and how sure that is. */
@OfMart("supplier_change")
record SupplierChange(
        String supplierId,
        @Nullable String supplierName,
        String target,
        boolean alarm,
        @Nullable String direction,
        @Nullable LocalDate sinceDay,
        @Nullable LocalDate sinceDayLow,
        @Nullable LocalDate sinceDayHigh,
        @Nullable Double byChance,
        @Nullable Double falseAlarmShare,
        int weeks,
        @Nullable Long countedBefore,
        @Nullable Long eventsBefore,
        @Nullable Double expectedBefore,
        @Nullable Long countedSince,
        @Nullable Long eventsSince,
        @Nullable Double expectedSince,
        LocalDate lastDay,
        @Nullable String reason,
        @JsonIgnore Instant asOf,
        @JsonIgnore String runId)
        implements Published {}
