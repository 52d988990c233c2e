/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.supplier;

import io.sourcelens.schema.Schemas;
import io.sourcelens.serving.catalogue.Catalogue;
import io.sourcelens.serving.catalogue.Marketplace;
import io.sourcelens.serving.problem.NotFoundException;
import io.sourcelens.serving.problem.Parameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Suppliers")
class SupplierEventController {
    private static final Set<String> TARGETS =
            Schemas.mart("supplier_event").field("target").orElseThrow().rules().symbols();
    private static final Set<Integer> WINDOWS = Set.of(30, 90);
    private static final int MOST = 500;

    private final Catalogue catalogue;
    private final SupplierScorecardRepository scorecards;
    private final SupplierEventRepository repository;

    SupplierEventController(
            Catalogue catalogue, SupplierScorecardRepository scorecards, SupplierEventRepository repository) {
        this.catalogue = catalogue;
        this.scorecards = scorecards;
        this.repository = repository;
    }

    @GetMapping("/v1/marketplaces/{marketplace}/supplier-scorecards/{supplier_id}/events")
    @Operation(
            summary = "Which orders made a number of a scorecard: its late parcels or its defective order lines",
            description = "Supplier analysts and category managers. Newest day first, then by item_id.")
    SupplierEvents events(
            @PathVariable String marketplace,
            @PathVariable("supplier_id") String supplierId,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"late_dispatch", "defect"},
                                            defaultValue = "late_dispatch"))
                    @RequestParam(defaultValue = "late_dispatch")
                    String target,
            @RequestParam(name = "category_id", defaultValue = Catalogue.ALL) String categoryId,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "integer",
                                            allowableValues = {"30", "90"},
                                            defaultValue = "30"))
                    @RequestParam(name = "window_days", defaultValue = "30")
                    int windowDays,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "50"))
                    @RequestParam(defaultValue = "50")
                    int limit) {
        Parameters.requireOneOf("target", target, TARGETS);
        Parameters.requireOneOf("window_days", windowDays, WINDOWS);
        Parameters.requireBetween("limit", limit, 1, MOST);
        Marketplace found = catalogue.marketplace(marketplace);
        SupplierScorecard scorecard = scorecard(marketplace, supplierId, categoryId, windowDays);
        LocalDate windowStart = SupplierEvents.windowStart(found, scorecard);
        return SupplierEvents.of(
                found,
                scorecard,
                target,
                repository.count(marketplace, scorecard, target, windowStart),
                repository.newest(marketplace, scorecard, target, windowStart, limit));
    }

    private SupplierScorecard scorecard(String marketplace, String supplierId, String categoryId, int windowDays) {
        return scorecards.ofSupplier(marketplace, supplierId).stream()
                .filter(one -> one.categoryId().equals(categoryId) && one.windowDays() == windowDays)
                .findFirst()
                .orElseThrow(() -> new NotFoundException(
                        "Cannot find a scorecard of supplier %s in category %s over %d days; /v1/marketplaces/%s/supplier-scorecards/%s lists those it has"
                                .formatted(supplierId, categoryId, windowDays, marketplace, supplierId)));
    }
}
