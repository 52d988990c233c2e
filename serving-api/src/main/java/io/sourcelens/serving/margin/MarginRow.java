/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.margin;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.sourcelens.serving.answer.Published;
import io.sourcelens.serving.openapi.OfMart;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A day's sales of a sku by the seller who asks. A part that the marketplace does not deliver is null. */
@OfMart("margin_sku_seller_day")
record MarginRow(
        LocalDate day,
        String skuId,
        @Nullable String nameZh,
        @Nullable String nameEn,
        @Nullable String categoryId,
        @Nullable String supplierId,
        long orderLines,
        long cancelledOrderLines,
        long units,
        long saleRevenueMinor,
        @Nullable Long supplyCostMinor,
        @Nullable Long freightMinor,
        @Nullable Long platformFeeMinor,
        @Nullable Long paymentFeeMinor,
        @Nullable Long promotionMinor,
        @Nullable Long refundMinor,
        @Nullable Long returnReshipFreightMinor,
        @Nullable Long contributionMinor,
        long settledOrderLines,
        double maturity,
        @JsonIgnore Instant asOf,
        @JsonIgnore String runId)
        implements Published {}
