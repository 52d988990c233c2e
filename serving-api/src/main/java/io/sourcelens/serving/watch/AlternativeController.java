/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.watch;

import io.sourcelens.schema.Schemas;
import io.sourcelens.serving.answer.MoneyAnswer;
import io.sourcelens.serving.catalogue.Catalogue;
import io.sourcelens.serving.catalogue.Marketplace;
import io.sourcelens.serving.problem.Parameters;
import io.sourcelens.serving.security.Tenant;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Set;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/marketplaces/{marketplace}")
@Tag(name = "Watch")
class AlternativeController {
    private static final Set<String> ADVICE =
            Schemas.mart("alternative").field("advice").orElseThrow().rules().symbols();
    private static final int MOST = 500;

    private final Catalogue catalogue;
    private final AlternativeRepository repository;

    AlternativeController(Catalogue catalogue, AlternativeRepository repository) {
        this.catalogue = catalogue;
        this.repository = repository;
    }

    @GetMapping("/alternatives")
    @Operation(
            summary = "The same goods from other suppliers, where a sku runs out or its supplier is weak",
            description =
                    "Any role. Best advice first, in it the largest certain gain. Empty where no goods have several suppliers, or nothing is at risk.")
    MoneyAnswer<Alternative> alternatives(
            @PathVariable String marketplace,
            @Parameter(description = "Of one sku.") @RequestParam(name = "sku_id", defaultValue = "") String skuId,
            @Parameter(
                            description = "Of one advice.",
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"switch", "stand_in", "no_better", "not_enough_data"}))
                    @RequestParam(defaultValue = "")
                    String advice,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "50"))
                    @RequestParam(defaultValue = "50")
                    int limit) {
        Parameters.requireBetween("limit", limit, 1, MOST);
        if (!advice.isEmpty()) {
            Parameters.requireOneOf("advice", advice, ADVICE);
        }
        Marketplace found = catalogue.marketplace(marketplace);
        return MoneyAnswer.of(found, repository.list(marketplace, skuId, advice, limit));
    }

    @GetMapping("/my/alternatives")
    @Operation(
            summary = "Which of my listed skus another supplier would send better",
            description =
                    "Sellers. The seller is the token's. Only what is to be switched to, or stands in for what runs out.")
    MoneyAnswer<Alternative> myAlternatives(
            @PathVariable String marketplace,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "50"))
                    @RequestParam(defaultValue = "50")
                    int limit,
            @AuthenticationPrincipal Jwt token) {
        Parameters.requireBetween("limit", limit, 1, MOST);
        Tenant tenant = Tenant.of(token, marketplace);
        Marketplace found = catalogue.marketplace(marketplace);
        return MoneyAnswer.of(found, repository.betterOfListed(tenant, limit));
    }
}
