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
import java.util.Set;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/marketplaces/{marketplace}")
@Tag(name = "Rankings")
class BestSellersController {
    private static final CacheControl SHORTLY =
            CacheControl.maxAge(Duration.ofSeconds(10)).cachePrivate();
    private static final Set<Integer> SINCE = Set.of(1, 7);

    private final Catalogue catalogue;
    private final BestSellersRepository repository;
    private final FilterBasis basis;

    BestSellersController(Catalogue catalogue, BestSellersRepository repository, FilterBasis basis) {
        this.catalogue = catalogue;
        this.repository = repository;
        this.basis = basis;
    }

    @GetMapping("/best-sellers")
    @Operation(
            summary = "Best sellers of a category",
            description = "Any role. Within a filter ranks are of the skus that meet it, and days_on_list is null.")
    ResponseEntity<Ranking<BestSeller>> bestSellers(
            @PathVariable String marketplace,
            @ParameterObject RankingParameters parameters,
            @ParameterObject FilterParameters filters) {
        RankingQuery query = parameters.of(marketplace);
        RankingFilter filter = filters.filter();
        Ranking<BestSeller> answer = answer(query, filter, repository.list(query, filter));
        ResponseEntity.BodyBuilder response = ResponseEntity.ok().cacheControl(SHORTLY);
        // Tiers are of another run, so that a filtered list may change while its own run does not.
        return (filter.isNone() ? response.eTag(answer.runId()) : response).body(answer);
    }

    @GetMapping("/movers")
    @Operation(
            summary = "Best sellers that rose most since a day or a week before",
            description =
                    "Any role. Of the first 100, by ranks gained in the same list; what was not ranked then, or has fewer than three orders, is not in it.")
    Ranking<BestSeller> movers(
            @PathVariable String marketplace,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "integer",
                                            allowableValues = {"1", "7"},
                                            defaultValue = "7"))
                    @RequestParam(name = "since_days", defaultValue = "7")
                    int sinceDays,
            @ParameterObject RankingParameters parameters,
            @ParameterObject FilterParameters filters) {
        Parameters.requireOneOf("since_days", sinceDays, SINCE);
        RankingQuery query = parameters.of(marketplace);
        RankingFilter filter = filters.filter();
        return answer(query, filter, repository.movers(query, filter, sinceDays));
    }

    @GetMapping("/new-arrivals")
    @Operation(
            summary = "Best sellers among the skus that entered the catalogue lately",
            description = "Any role. By rank among them; none where the marketplace does not say when a sku entered.")
    Ranking<BestSeller> newArrivals(
            @PathVariable String marketplace,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "90", defaultValue = "30"))
                    @RequestParam(name = "within_days", defaultValue = "30")
                    int withinDays,
            @ParameterObject RankingParameters parameters) {
        Parameters.requireBetween("within_days", withinDays, 1, FilterParameters.MOST_DAYS);
        RankingQuery query = parameters.of(marketplace);
        return answer(query, RankingFilter.NONE, repository.list(query, RankingFilter.arrivedWithin(withinDays)));
    }

    private Ranking<BestSeller> answer(RankingQuery query, RankingFilter filter, List<BestSeller> items) {
        Marketplace marketplace = catalogue.marketplace(query.marketplace());
        if (items.isEmpty()) {
            catalogue.requireCategory(query.marketplace(), query.categoryId());
            basis.requireKnown(query.marketplace(), filter);
        }
        return Ranking.of(query, marketplace, items);
    }
}
