/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.ranking;

import io.sourcelens.serving.catalogue.Catalogue;
import io.sourcelens.serving.catalogue.Marketplace;
import io.sourcelens.serving.problem.Parameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Rankings")
class TrendingController {
    private static final int MOST = 100;
    private static final CacheControl SHORTLY =
            CacheControl.maxAge(Duration.ofSeconds(10)).cachePrivate();

    private final Catalogue catalogue;
    private final TrendingRepository repository;
    private final FilterBasis basis;

    TrendingController(Catalogue catalogue, TrendingRepository repository, FilterBasis basis) {
        this.catalogue = catalogue;
        this.repository = repository;
        this.basis = basis;
    }

    @GetMapping("/v1/marketplaces/{marketplace}/trending")
    @Operation(
            summary = "What is expected to sell more than usual in the next seven days",
            description =
                    "Any role. A filter selects places of the list, whose ranks are those of the whole list. How often such lists were right: track-record?subject=trending.")
    ResponseEntity<Trending> trending(
            @PathVariable String marketplace,
            @RequestParam(name = "category_id", defaultValue = Catalogue.ALL) String categoryId,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20"))
                    @RequestParam(defaultValue = "20")
                    int limit,
            @ParameterObject FilterParameters filters) {
        Parameters.requireBetween("limit", limit, 1, MOST);
        RankingFilter filter = filters.filter();
        Marketplace found = catalogue.marketplace(marketplace);
        List<TrendingSku> items = repository.list(marketplace, categoryId, filter, limit);
        if (items.isEmpty()) {
            catalogue.requireCategory(marketplace, categoryId);
            basis.requireKnown(marketplace, filter);
        }
        Trending answer = Trending.of(found, categoryId, items);
        ResponseEntity.BodyBuilder response = ResponseEntity.ok().cacheControl(SHORTLY);
        // As for best sellers: a filtered list may change while its own run does not.
        return (filter.isNone() ? response.eTag(answer.runId()) : response).body(answer);
    }
}
