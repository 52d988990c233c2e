/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.ranking;

import io.sourcelens.schema.Schemas;
import io.sourcelens.serving.problem.Parameters;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/** Among which skus is ranked, as it stands behind the question mark; what is left out is null here. */
record FilterParameters(
        @BindParam("price_band")
        @Parameter(
                name = "price_band",
                description = "Quarter of the category's skus by mean sale price of 30 days, 1 the cheapest.",
                schema = @Schema(type = "integer", minimum = "1", maximum = "4"))
        @Nullable
        Integer priceBand,

        @BindParam("ship_from_province")
        @Parameter(name = "ship_from_province", description = "Where the supplier ships from.")
        @Nullable
        String shipFromProvince,

        @Parameter(
                description = "Of the supplier: see supplier-scores, of all categories over 90 days.",
                schema =
                        @Schema(
                                type = "string",
                                allowableValues = {"A", "B", "C", "D", "unrated"}))
        @Nullable
        String tier,

        @Parameter(
                description = "Counts what was sold in this mode alone.",
                schema =
                        @Schema(
                                type = "string",
                                allowableValues = {"dropship", "wholesale", "sample"}))
        @Nullable
        String mode,

        @BindParam("arrived_within_days")
        @Parameter(
                name = "arrived_within_days",
                description = "New arrivals: skus that entered the catalogue in the last so many days.",
                schema = @Schema(type = "integer", minimum = "1", maximum = "90"))
        @Nullable
        Integer arrivedWithinDays) {

    static final int MOST_DAYS = 90;

    private static final int BANDS = 4;
    private static final Set<String> TIERS =
            Schemas.mart("supplier_score").field("tier").orElseThrow().rules().symbols();
    private static final Set<String> MODES =
            Schemas.mart("sku_sales").field("mode").orElseThrow().rules().symbols();

    RankingFilter filter() {
        if (priceBand != null) {
            Parameters.requireBetween("price_band", priceBand, 1, BANDS);
        }
        if (tier != null) {
            Parameters.requireOneOf("tier", tier, TIERS);
        }
        if (mode != null) {
            Parameters.requireOneOf("mode", mode, MODES);
        }
        if (arrivedWithinDays != null) {
            Parameters.requireBetween("arrived_within_days", arrivedWithinDays, 1, MOST_DAYS);
        }
        return new RankingFilter(
                Objects.requireNonNullElse(priceBand, RankingFilter.ANY),
                Objects.requireNonNullElse(shipFromProvince, ""),
                Objects.requireNonNullElse(tier, ""),
                Objects.requireNonNullElse(mode, ""),
                Objects.requireNonNullElse(arrivedWithinDays, RankingFilter.ANY));
    }
}
