/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.intake;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.sourcelens.serving.answer.Published;
import io.sourcelens.serving.openapi.OfMart;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A sku that hardly anybody orders, and what taking it off would cost. */
@OfMart("delist")
record DelistSku(
        int rank,
        String skuId,
        @Nullable String nameZh,
        @Nullable String nameEn,
        @Nullable String categoryId,
        @Nullable String supplierId,
        LocalDate arrivedDay,
        int ageDays,
        long listings,
        long recentOrderLines,
        long orderLines,
        double orderLineShare,
        long units,
        long saleRevenueMinor,
        @Nullable Long contributionMinor,
        @Nullable Double settledShare,
        long cancelledOrderLines,
        @Nullable Long refundMinor,
        String season,
        @Nullable Long seasonOrderLines,
        @JsonIgnore String reasonCodes,
        long tailSkus,
        double cumulativeOrderLineShare,
        @Nullable Long cumulativeContributionMinor,
        LocalDate windowStart,
        LocalDate windowEnd,
        @JsonIgnore String currency,
        @JsonIgnore Instant asOf,
        @JsonIgnore String runId)
        implements Published {
    @JsonProperty("reasons")
    @Schema(description = "Why, in words that name the figures of the row.")
    List<Reason> reasons() {
        return Reason.all(
                "delist",
                reasonCodes,
                Map.ofEntries(
                        Map.entry("age_days", Words.count(ageDays)),
                        Map.entry("recent_order_lines", Words.count(recentOrderLines)),
                        Map.entry("order_lines", Words.count(orderLines)),
                        Map.entry("cancelled_order_lines", Words.count(cancelledOrderLines)),
                        Map.entry("contribution", Words.money(contributionMinor, currency)),
                        Map.entry("refund", Words.money(refundMinor, currency)),
                        Map.entry("sale_revenue", Words.money(saleRevenueMinor, currency))));
    }
}
