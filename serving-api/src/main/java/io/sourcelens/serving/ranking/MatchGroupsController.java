/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.ranking;

import io.sourcelens.serving.catalogue.Catalogue;
import io.sourcelens.serving.catalogue.Marketplace;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Rankings")
class MatchGroupsController {
    private final Catalogue catalogue;
    private final MatchGroupsRepository repository;

    MatchGroupsController(Catalogue catalogue, MatchGroupsRepository repository) {
        this.catalogue = catalogue;
        this.repository = repository;
    }

    @GetMapping("/v1/marketplaces/{marketplace}/best-match-groups")
    @Operation(
            summary = "Best-selling match groups of a category: the same goods from several suppliers as one",
            description = "Any role.")
    MatchGroups matchGroups(
            @PathVariable String marketplace,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "integer",
                                            allowableValues = {"1", "7", "30"},
                                            defaultValue = "7"))
                    @RequestParam(name = "window_days", defaultValue = "7")
                    int windowDays,
            @RequestParam(name = "category_id", defaultValue = Catalogue.ALL) String categoryId,
            @Parameter(
                            schema =
                                    @Schema(
                                            allowableValues = {"units", "revenue"},
                                            defaultValue = "units"))
                    @RequestParam(name = "ranked_by", defaultValue = "units")
                    String rankedBy,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20"))
                    @RequestParam(defaultValue = "20")
                    int limit) {
        BestSellersQuery query = new BestSellersQuery(marketplace, windowDays, categoryId, rankedBy, limit);
        Marketplace found = catalogue.marketplace(marketplace);
        List<MatchGroup> items = repository.list(query);
        if (items.isEmpty()) {
            catalogue.requireCategory(marketplace, categoryId);
        }
        return MatchGroups.of(query, found, items);
    }
}
