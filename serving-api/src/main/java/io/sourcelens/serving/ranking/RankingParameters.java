/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.ranking;

import io.sourcelens.serving.catalogue.Catalogue;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/** Which list is asked for, as it stands behind the question mark; what is left out is null here. */
record RankingParameters(
        @BindParam("window_days")
        @Parameter(
                name = "window_days",
                schema =
                        @Schema(
                                type = "integer",
                                allowableValues = {"1", "7", "30"},
                                defaultValue = "7"))
        @Nullable
        Integer windowDays,

        @BindParam("category_id")
        @Parameter(name = "category_id", schema = @Schema(type = "string", defaultValue = Catalogue.ALL))
        @Nullable
        String categoryId,

        @BindParam("ranked_by")
        @Parameter(
                name = "ranked_by",
                schema =
                        @Schema(
                                type = "string",
                                allowableValues = {"units", "revenue"},
                                defaultValue = "units"))
        @Nullable
        String rankedBy,

        @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20")) @Nullable
        Integer limit) {

    RankingQuery of(String marketplace) {
        return new RankingQuery(
                marketplace,
                Objects.requireNonNullElse(windowDays, 7),
                Objects.requireNonNullElse(categoryId, Catalogue.ALL),
                Objects.requireNonNullElse(rankedBy, "units"),
                Objects.requireNonNullElse(limit, 20));
    }
}
