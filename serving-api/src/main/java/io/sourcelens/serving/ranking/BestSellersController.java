/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.ranking;

import io.sourcelens.serving.catalogue.Catalogue;
import io.sourcelens.serving.catalogue.Marketplace;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Rankings")
class BestSellersController {
    private static final CacheControl SHORTLY =
            CacheControl.maxAge(Duration.ofSeconds(10)).cachePrivate();

    private final Catalogue catalogue;
    private final BestSellersRepository repository;

    BestSellersController(Catalogue catalogue, BestSellersRepository repository) {
        this.catalogue = catalogue;
        this.repository = repository;
    }

    @GetMapping("/v1/marketplaces/{marketplace}/best-sellers")
    @Operation(summary = "Best sellers of a category", description = "Any role.")
    ResponseEntity<BestSellers> bestSellers(
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
        List<BestSeller> items = repository.list(query);
        if (items.isEmpty()) {
            catalogue.requireCategory(marketplace, categoryId);
        }
        BestSellers answer = BestSellers.of(query, found, items);
        return ResponseEntity.ok().cacheControl(SHORTLY).eTag(answer.runId()).body(answer);
    }
}
