/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.intake;

import io.sourcelens.serving.answer.MoneyAnswer;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/marketplaces/{marketplace}/intake-opportunities")
@Tag(name = "Intake")
class IntakeOpportunityController {
    private static final int MOST = 500;

    private final Catalogue catalogue;
    private final IntakeOpportunityRepository repository;

    IntakeOpportunityController(Catalogue catalogue, IntakeOpportunityRepository repository) {
        this.catalogue = catalogue;
        this.repository = repository;
    }

    @GetMapping
    @Operation(
            summary = "Where bringing in goods promises most, by category and price band",
            description = "Supplier analysts and category managers. By score, highest first.")
    MoneyAnswer<IntakeOpportunity> opportunities(
            @PathVariable String marketplace,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "50"))
                    @RequestParam(defaultValue = "50")
                    int limit) {
        Parameters.requireBetween("limit", limit, 1, MOST);
        Marketplace found = catalogue.marketplace(marketplace);
        return MoneyAnswer.of(found, repository.list(marketplace, limit));
    }

    @GetMapping("/{category_id}")
    @Operation(
            summary = "What the price bands of one category promise",
            description = "Supplier analysts and category managers. By price band; category_id may be all.")
    MoneyAnswer<IntakeOpportunity> ofCategory(
            @PathVariable String marketplace, @PathVariable("category_id") String categoryId) {
        Marketplace found = catalogue.marketplace(marketplace);
        List<IntakeOpportunity> items = repository.ofCategory(marketplace, categoryId);
        if (items.isEmpty()) {
            catalogue.requireCategory(marketplace, categoryId);
        }
        return MoneyAnswer.of(found, items);
    }
}
