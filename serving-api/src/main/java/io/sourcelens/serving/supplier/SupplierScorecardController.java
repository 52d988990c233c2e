/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.supplier;

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
@RequestMapping("/v1/marketplaces/{marketplace}/supplier-scorecards")
@Tag(name = "Suppliers")
class SupplierScorecardController {
    private static final Set<Integer> WINDOWS = Set.of(30, 90);
    private static final int MOST = 500;

    private final Catalogue catalogue;
    private final SupplierScorecardRepository repository;

    SupplierScorecardController(Catalogue catalogue, SupplierScorecardRepository repository) {
        this.catalogue = catalogue;
        this.repository = repository;
    }

    @GetMapping
    @Operation(
            summary = "Scorecards of a category's suppliers",
            description =
                    "Supplier analysts and category managers. First those that are late for certain: by late_dispatch_rate_low.")
    SupplierScorecards scorecards(
            @PathVariable String marketplace,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "integer",
                                            allowableValues = {"30", "90"},
                                            defaultValue = "30"))
                    @RequestParam(name = "window_days", defaultValue = "30")
                    int windowDays,
            @RequestParam(name = "category_id", defaultValue = Catalogue.ALL) String categoryId,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "50"))
                    @RequestParam(defaultValue = "50")
                    int limit) {
        Parameters.requireOneOf("window_days", windowDays, WINDOWS);
        Parameters.requireBetween("limit", limit, 1, MOST);
        Marketplace found = catalogue.marketplace(marketplace);
        List<SupplierScorecard> items = repository.list(marketplace, categoryId, windowDays, limit);
        if (items.isEmpty()) {
            catalogue.requireCategory(marketplace, categoryId);
        }
        return SupplierScorecards.of(found, items);
    }

    @GetMapping("/{supplier_id}")
    @Operation(
            summary = "Scorecards of one supplier, in every window and category",
            description = "Supplier analysts and category managers.")
    SupplierScorecards scorecard(@PathVariable String marketplace, @PathVariable("supplier_id") String supplierId) {
        Marketplace found = catalogue.marketplace(marketplace);
        List<SupplierScorecard> items = repository.ofSupplier(marketplace, supplierId);
        if (items.isEmpty()) {
            throw new NotFoundException(
                    "Cannot find scorecards of supplier %s; it may have had no parcels and no orders"
                            .formatted(supplierId));
        }
        return SupplierScorecards.of(found, items);
    }
}
