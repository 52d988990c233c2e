/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.ranking;

import io.sourcelens.serving.catalogue.Catalogue;
import io.sourcelens.serving.catalogue.Marketplace;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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
    Ranking<MatchGroup> matchGroups(@PathVariable String marketplace, @ParameterObject RankingParameters parameters) {
        RankingQuery query = parameters.of(marketplace);
        Marketplace found = catalogue.marketplace(marketplace);
        List<MatchGroup> items = repository.list(query);
        if (items.isEmpty()) {
            catalogue.requireCategory(marketplace, query.categoryId());
        }
        return Ranking.of(query, found, items);
    }
}
