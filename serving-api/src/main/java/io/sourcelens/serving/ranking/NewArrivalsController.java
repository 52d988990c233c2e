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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Rankings")
class NewArrivalsController {
    private static final int MOST_DAYS = 90;

    private final Catalogue catalogue;
    private final BestSellersRepository repository;

    NewArrivalsController(Catalogue catalogue, BestSellersRepository repository) {
        this.catalogue = catalogue;
        this.repository = repository;
    }

    @GetMapping("/v1/marketplaces/{marketplace}/new-arrivals")
    @Operation(
            summary = "Best sellers that entered the catalogue lately",
            description =
                    "Any role. Of the list's first 100; none where the marketplace does not say when a sku entered. By rank.")
    BestSellers newArrivals(
            @PathVariable String marketplace,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "90", defaultValue = "30"))
                    @RequestParam(name = "within_days", defaultValue = "30")
                    int withinDays,
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
        Parameters.requireBetween("within_days", withinDays, 1, MOST_DAYS);
        Marketplace found = catalogue.marketplace(marketplace);
        List<BestSeller> items = repository.newArrivals(query, withinDays);
        if (items.isEmpty()) {
            catalogue.requireCategory(marketplace, categoryId);
        }
        return BestSellers.of(query, found, items);
    }
}
