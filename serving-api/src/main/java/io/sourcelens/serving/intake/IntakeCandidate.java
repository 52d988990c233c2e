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

/** Goods or a place worth bringing goods in, and why. A figure without evidence is null. */
@OfMart("intake_candidate")
record IntakeCandidate(
        String kind,
        int rank,
        @Nullable String matchGroupId,
        String skuId,
        @Nullable String nameZh,
        @Nullable String nameEn,
        @Nullable String categoryId,
        @Nullable Integer priceBand,
        long priceFromMinor,
        long priceToMinor,
        @JsonIgnore String reasonCodes,
        long skus,
        long orders,
        long previousOrders,
        @Nullable Double growth,
        @Nullable Double growthLow,
        @Nullable Double growthHigh,
        @Nullable Double growthFalseShare,
        @Nullable Double certainExtraOrders,
        @Nullable Double sellersPerSku,
        @Nullable Double usualSellersPerSku,
        long suppliers,
        @Nullable String supplierId,
        @Nullable Double supplierHhi,
        @Nullable Double lateDeliveryProbability,
        @Nullable Double usualLateDeliveryProbability,
        double forecastOrderShare,
        @Nullable Long contributionMedianMinor,
        long marginOrderLines,
        long watchedSkus,
        double outOfStockDays,
        @Nullable Double lostSalesUnits,
        @Nullable Double lostSalesUnitsLow,
        @Nullable Double lostSalesUnitsHigh,
        @Nullable Double score,
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
                "candidate",
                reasonCodes,
                Map.ofEntries(
                        Map.entry("orders", Words.count(orders)),
                        Map.entry("previous_orders", Words.count(previousOrders)),
                        Map.entry("growth_low", Words.share(growthLow)),
                        Map.entry("growth_high", Words.share(growthHigh)),
                        Map.entry("sellers_per_sku", Words.number(sellersPerSku)),
                        Map.entry("usual_sellers_per_sku", Words.number(usualSellersPerSku)),
                        Map.entry("late_delivery_probability", Words.share(lateDeliveryProbability)),
                        Map.entry("usual_late_delivery_probability", Words.share(usualLateDeliveryProbability)),
                        Map.entry("contribution_median", Words.money(contributionMedianMinor, currency)),
                        Map.entry("margin_order_lines", Words.count(marginOrderLines)),
                        Map.entry(
                                "effective_suppliers",
                                Words.number(supplierHhi == null ? null : Double.valueOf(1 / supplierHhi))),
                        Map.entry("out_of_stock_days", Words.number(outOfStockDays)),
                        Map.entry("lost_sales_units", Words.number(lostSalesUnits)),
                        Map.entry("lost_sales_units_low", Words.number(lostSalesUnitsLow)),
                        Map.entry("lost_sales_units_high", Words.number(lostSalesUnitsHigh))));
    }
}
