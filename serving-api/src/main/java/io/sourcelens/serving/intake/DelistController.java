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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Intake")
class DelistController {
    private static final int MOST = 1_000;

    private final Catalogue catalogue;
    private final DelistRepository repository;

    DelistController(Catalogue catalogue, DelistRepository repository) {
        this.catalogue = catalogue;
        this.repository = repository;
    }

    @GetMapping("/v1/marketplaces/{marketplace}/delist")
    @Operation(
            summary = "Skus that hardly anybody orders, and what taking them off would cost, with the reasons in words",
            description = "Supplier analysts and category managers. By rank.")
    MoneyAnswer<DelistSku> delist(
            @PathVariable String marketplace,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "1000", defaultValue = "50"))
                    @RequestParam(defaultValue = "50")
                    int limit) {
        Parameters.requireBetween("limit", limit, 1, MOST);
        Marketplace found = catalogue.marketplace(marketplace);
        return MoneyAnswer.of(found, repository.list(marketplace, limit));
    }
}
