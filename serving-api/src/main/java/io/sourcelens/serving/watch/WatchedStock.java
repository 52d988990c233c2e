/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.watch;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.sourcelens.serving.answer.Published;
import io.sourcelens.serving.openapi.OfMart;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How long the stock of one sku will last. */
@OfMart("stock_watch")
record WatchedStock(
        String skuId,
        @Nullable String supplierId,
        @Nullable String nameZh,
        @Nullable String nameEn,
        @Nullable String categoryId,
        int stockUnits,
        Instant stockRecordedAt,
        double stockAgeHours,
        long units,
        double availableDays,
        int knownDays,
        int refills,
        int noStockLines,
        @Nullable Double unitsPerDay,
        @Nullable Double daysOfCover,
        @Nullable Double daysOfCoverLow,
        @Nullable Double daysOfCoverHigh,
        double stockOutProbability,
        String status,
        @Nullable LocalDate statusSince,
        int cases,
        double outOfStockDays,
        long noStockUnits,
        @Nullable Double lostUnits,
        @Nullable Double lostUnitsLow,
        @Nullable Double lostUnitsHigh,
        @JsonIgnore Instant asOf,
        @JsonIgnore String runId)
        implements Published {}
