/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.catalogue;

import io.sourcelens.serving.openapi.OfMart;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/marketplaces")
@Tag(name = "Catalogue")
class CatalogueController {
    private final Catalogue catalogue;

    CatalogueController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    record Marketplaces(@Schema(description = "By name.") List<Marketplace> items) {}

    @OfMart("category")
    record Categories(
            String marketplace,
            Instant asOf,
            String runId,
            @Schema(description = "First level first.") List<Category> items) {}

    @GetMapping
    @Operation(summary = "Marketplaces that are published", description = "Any role.")
    Marketplaces marketplaces() {
        return new Marketplaces(catalogue.marketplaces());
    }

    @GetMapping("/{marketplace}/categories")
    @Operation(
            summary = "Category tree of a marketplace",
            description = "Any role. May be empty: not every marketplace delivers categories.")
    Categories categories(@PathVariable String marketplace) {
        Marketplace found = catalogue.marketplace(marketplace);
        return new Categories(marketplace, found.asOf(), found.runId(), catalogue.categories(marketplace));
    }
}
