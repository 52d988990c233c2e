/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.ranking;

import io.sourcelens.serving.catalogue.Catalogue;
import io.sourcelens.serving.catalogue.Marketplace;
import io.sourcelens.serving.problem.Parameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Rankings")
class MoversController {
    private static final Set<Integer> SINCE = Set.of(1, 7);

    private final Catalogue catalogue;
    private final BestSellersRepository repository;

    MoversController(Catalogue catalogue, BestSellersRepository repository) {
        this.catalogue = catalogue;
        this.repository = repository;
    }

    @GetMapping("/v1/marketplaces/{marketplace}/movers")
    @Operation(
            summary = "Best sellers that rose most since a day or a week before",
            description =
                    "Any role. Of the first 100, by ranks gained in the same list; what was not ranked then is not in it.")
    BestSellers movers(
            @PathVariable String marketplace,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "integer",
                                            allowableValues = {"1", "7"},
                                            defaultValue = "7"))
                    @RequestParam(name = "since_days", defaultValue = "7")
                    int sinceDays,
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
        Parameters.requireOneOf("since_days", sinceDays, SINCE);
        Marketplace found = catalogue.marketplace(marketplace);
        List<BestSeller> items = repository.movers(query, sinceDays);
        if (items.isEmpty()) {
            catalogue.requireCategory(marketplace, categoryId);
        }
        return BestSellers.of(query, found, items);
    }
}
