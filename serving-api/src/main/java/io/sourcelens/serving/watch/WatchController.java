/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.watch;

import io.sourcelens.serving.answer.Answer;
import io.sourcelens.serving.catalogue.Catalogue;
import io.sourcelens.serving.catalogue.Marketplace;
import io.sourcelens.serving.problem.Parameters;
import io.sourcelens.serving.security.Tenant;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
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
class WatchController {
    private static final int MOST = 500;

    private final Catalogue catalogue;
    private final WatchRepository repository;

    WatchController(Catalogue catalogue, WatchRepository repository) {
        this.catalogue = catalogue;
        this.repository = repository;
    }

    @GetMapping("/stock-watch")
    @Operation(
            summary = "Which skus run out within 7 days, and how probably",
            description =
                    "Any role. First those that run out most probably; empty where the marketplace delivers no stock levels. How often such probabilities"
                            + " were right: track-record?subject=stock.")
    Answer<WatchedStock> stock(
            @PathVariable String marketplace,
            @Parameter(description = "Of one supplier.") @RequestParam(name = "supplier_id", defaultValue = "")
                    String supplierId,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "50"))
                    @RequestParam(defaultValue = "50")
                    int limit) {
        Parameters.requireBetween("limit", limit, 1, MOST);
        Marketplace found = catalogue.marketplace(marketplace);
        return Answer.of(found, repository.stock(marketplace, supplierId, limit));
    }

    @GetMapping("/my/stock-watch")
    @Operation(
            summary = "Which of my listed skus run out within 7 days",
            description =
                    "Sellers. The seller is the token's. First those that run out most probably; empty where the marketplace delivers no stock levels or no"
                            + " listings.")
    Answer<WatchedStock> myStock(
            @PathVariable String marketplace,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "50"))
                    @RequestParam(defaultValue = "50")
                    int limit,
            @AuthenticationPrincipal Jwt token) {
        Parameters.requireBetween("limit", limit, 1, MOST);
        Tenant tenant = Tenant.of(token, marketplace);
        Marketplace found = catalogue.marketplace(marketplace);
        return Answer.of(found, repository.stockListedBy(tenant, limit));
    }

    @GetMapping("/my/stuck-parcels")
    @Operation(
            summary = "Which of my parcels are stuck, and why",
            description = "Sellers. The seller is the token's. Empty where the marketplace delivers neither scans nor"
                    + " deliveries.")
    StuckParcels myParcels(
            @PathVariable String marketplace,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "50"))
                    @RequestParam(defaultValue = "50")
                    int limit,
            @AuthenticationPrincipal Jwt token) {
        Parameters.requireBetween("limit", limit, 1, MOST);
        Tenant tenant = Tenant.of(token, marketplace);
        Marketplace found = catalogue.marketplace(marketplace);
        return StuckParcels.of(found, tenant.sellerId(), repository.parcelsOf(tenant, limit));
    }
}
