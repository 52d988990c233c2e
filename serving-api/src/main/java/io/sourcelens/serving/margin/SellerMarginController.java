/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.margin;

import io.sourcelens.serving.catalogue.Catalogue;
import io.sourcelens.serving.catalogue.Marketplace;
import io.sourcelens.serving.security.Tenant;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "My shop")
class SellerMarginController {
    private final Catalogue catalogue;
    private final SellerMarginRepository repository;

    SellerMarginController(Catalogue catalogue, SellerMarginRepository repository) {
        this.catalogue = catalogue;
        this.repository = repository;
    }

    @GetMapping("/v1/marketplaces/{marketplace}/my/margin")
    @Operation(
            summary = "What I keep, per day and sku",
            description = "Sellers. The seller is the token's; no parameter names another. At most 184 days.")
    SellerMargin margin(
            @PathVariable String marketplace,
            @Parameter(description = "First marketplace day; without it, 30 days up to the last.")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = ISO.DATE)
                    @Nullable
                    LocalDate from,
            @Parameter(description = "Last marketplace day; without it, the newest that is known.")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = ISO.DATE)
                    @Nullable
                    LocalDate to,
            @AuthenticationPrincipal Jwt token) {
        Tenant tenant = Tenant.of(token, marketplace);
        Marketplace found = catalogue.marketplace(marketplace);
        Period period = Period.of(from, to, found.latestDay());
        return SellerMargin.of(found, tenant.sellerId(), period, repository.rows(tenant, period));
    }
}
