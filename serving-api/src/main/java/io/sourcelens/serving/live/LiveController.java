/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.live;

import io.sourcelens.serving.catalogue.Catalogue;
import io.sourcelens.serving.catalogue.Marketplace;
import io.sourcelens.serving.security.Tenant;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LiveController {
    private static final CacheControl A_SECOND =
            CacheControl.maxAge(Duration.ofSeconds(1)).cachePrivate();

    private final Catalogue catalogue;
    private final LiveRepository repository;

    LiveController(Catalogue catalogue, LiveRepository repository) {
        this.catalogue = catalogue;
        this.repository = repository;
    }

    @GetMapping("/v1/marketplaces/{marketplace}/live/best-sellers")
    @Tag(name = "Rankings")
    @Operation(
            summary = "What sells now, seconds after it was ordered",
            description = "Any role. Cancelled lines leave the list as fast as new ones enter it.")
    ResponseEntity<LiveBestSellers> bestSellers(
            @PathVariable String marketplace,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "60", defaultValue = "60"))
                    @RequestParam(name = "window_minutes", defaultValue = "60")
                    int windowMinutes,
            @Parameter(
                            schema =
                                    @Schema(
                                            allowableValues = {"sku", "category"},
                                            defaultValue = "sku"))
                    @RequestParam(defaultValue = "sku")
                    String dimension,
            @Parameter(
                            description = "Level of the categories that are ranked; each counts for all below it.",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "10", defaultValue = "1"))
                    @RequestParam(name = "category_level", defaultValue = "1")
                    int categoryLevel,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20"))
                    @RequestParam(defaultValue = "20")
                    int limit) {
        LiveWindow window = LiveWindow.until(Instant.now(), windowMinutes);
        LiveBestSellersQuery query = new LiveBestSellersQuery(marketplace, window, dimension, categoryLevel, limit);
        Marketplace found = catalogue.marketplace(marketplace);
        LiveBestSellers answer =
                LiveBestSellers.of(query, found, repository.freshness(marketplace, window), repository.list(query));
        return ResponseEntity.ok().cacheControl(A_SECOND).body(answer);
    }

    @GetMapping("/v1/marketplaces/{marketplace}/my/live")
    @Tag(name = "My shop")
    @Operation(
            summary = "What I sell now",
            description = "Sellers. The seller is the token's; no parameter names another.")
    ResponseEntity<SellerLiveSales> sales(
            @PathVariable String marketplace,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "60", defaultValue = "60"))
                    @RequestParam(name = "window_minutes", defaultValue = "60")
                    int windowMinutes,
            @AuthenticationPrincipal Jwt token) {
        Tenant tenant = Tenant.of(token, marketplace);
        LiveWindow window = LiveWindow.until(Instant.now(), windowMinutes);
        Marketplace found = catalogue.marketplace(marketplace);
        SellerLiveSales answer = SellerLiveSales.of(
                found,
                tenant.sellerId(),
                window,
                repository.sales(tenant, window),
                repository.freshness(marketplace, window));
        return ResponseEntity.ok().cacheControl(A_SECOND).body(answer);
    }
}
