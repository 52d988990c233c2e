/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.margin;

import io.sourcelens.schema.Schemas;
import io.sourcelens.serving.answer.MoneyAnswer;
import io.sourcelens.serving.catalogue.Catalogue;
import io.sourcelens.serving.catalogue.Marketplace;
import io.sourcelens.serving.problem.NotFoundException;
import io.sourcelens.serving.problem.Parameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/marketplaces/{marketplace}/margin-distributions")
@Tag(name = "Margin")
class MarginDistributionController {
    private static final Set<String> SETTLEMENTS = Schemas.mart("margin_distribution")
            .field("settlement")
            .orElseThrow()
            .rules()
            .symbols();
    private static final int MOST = 500;

    private final Catalogue catalogue;
    private final MarginDistributionRepository repository;

    MarginDistributionController(Catalogue catalogue, MarginDistributionRepository repository) {
        this.catalogue = catalogue;
        this.repository = repository;
    }

    @GetMapping
    @Operation(
            summary = "What order lines of skus leave, and how it is spread",
            description =
                    "Supplier analysts and category managers. First those that lose money for certain: by loss_probability_low.")
    MoneyAnswer<MarginDistribution> distributions(
            @PathVariable String marketplace,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"settled", "estimated"},
                                            defaultValue = "settled"))
                    @RequestParam(defaultValue = "settled")
                    String settlement,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "50"))
                    @RequestParam(defaultValue = "50")
                    int limit) {
        Parameters.requireOneOf("settlement", settlement, SETTLEMENTS);
        Parameters.requireBetween("limit", limit, 1, MOST);
        Marketplace found = catalogue.marketplace(marketplace);
        return MoneyAnswer.of(found, repository.list(marketplace, settlement, limit));
    }

    @GetMapping("/{sku_id}")
    @Operation(
            summary = "What order lines of one sku leave, by supplier and settlement",
            description = "Supplier analysts and category managers.")
    MoneyAnswer<MarginDistribution> distribution(
            @PathVariable String marketplace, @PathVariable("sku_id") String skuId) {
        Marketplace found = catalogue.marketplace(marketplace);
        List<MarginDistribution> items = repository.ofSku(marketplace, skuId);
        if (items.isEmpty()) {
            throw new NotFoundException(
                    "Cannot find margins of sku %s; it may not have been ordered in the last 90 days".formatted(skuId));
        }
        return MoneyAnswer.of(found, items);
    }
}
