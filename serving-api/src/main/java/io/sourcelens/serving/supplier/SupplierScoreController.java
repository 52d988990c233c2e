/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.supplier;

import io.sourcelens.schema.Schemas;
import io.sourcelens.serving.answer.Answer;
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
@RequestMapping("/v1/marketplaces/{marketplace}/supplier-scores")
@Tag(name = "Suppliers")
class SupplierScoreController {
    private static final Set<String> TIERS =
            Schemas.mart("supplier_score").field("tier").orElseThrow().rules().symbols();
    private static final Set<Integer> WINDOWS = Set.of(30, 90);
    private static final int MOST = 500;

    private final Catalogue catalogue;
    private final SupplierScoreRepository repository;

    SupplierScoreController(Catalogue catalogue, SupplierScoreRepository repository) {
        this.catalogue = catalogue;
        this.repository = repository;
    }

    @GetMapping
    @Operation(
            summary = "How suppliers score from 0 to 100, and in which tier they are for certain",
            description =
                    "Supplier analysts and category managers. First those that are bad for certain: by the upper end of the interval.")
    Answer<SupplierScore> scores(
            @PathVariable String marketplace,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "integer",
                                            allowableValues = {"30", "90"},
                                            defaultValue = "90"))
                    @RequestParam(name = "window_days", defaultValue = "90")
                    int windowDays,
            @RequestParam(name = "category_id", defaultValue = Catalogue.ALL) String categoryId,
            @Parameter(
                            description = "Of one tier.",
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"A", "B", "C", "D", "unrated"}))
                    @RequestParam(defaultValue = "")
                    String tier,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "50"))
                    @RequestParam(defaultValue = "50")
                    int limit) {
        Parameters.requireOneOf("window_days", windowDays, WINDOWS);
        Parameters.requireBetween("limit", limit, 1, MOST);
        if (!tier.isEmpty()) {
            Parameters.requireOneOf("tier", tier, TIERS);
        }
        Marketplace found = catalogue.marketplace(marketplace);
        List<SupplierScore> items = repository.list(marketplace, categoryId, windowDays, tier, limit);
        if (items.isEmpty()) {
            catalogue.requireCategory(marketplace, categoryId);
        }
        return Answer.of(found, items);
    }

    @GetMapping("/{supplier_id}")
    @Operation(
            summary = "How one supplier scores in every window and category",
            description = "Supplier analysts and category managers.")
    Answer<SupplierScore> ofSupplier(@PathVariable String marketplace, @PathVariable("supplier_id") String supplierId) {
        Marketplace found = catalogue.marketplace(marketplace);
        List<SupplierScore> items = repository.ofSupplier(marketplace, supplierId);
        if (items.isEmpty()) {
            throw notFound(supplierId);
        }
        return Answer.of(found, items);
    }

    @GetMapping("/{supplier_id}/components")
    @Operation(
            summary = "What a supplier's score is made of, and what costs it most",
            description = "Supplier analysts and category managers. First what costs most points.")
    Answer<SupplierScoreComponent> components(
            @PathVariable String marketplace,
            @PathVariable("supplier_id") String supplierId,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "integer",
                                            allowableValues = {"30", "90"},
                                            defaultValue = "90"))
                    @RequestParam(name = "window_days", defaultValue = "90")
                    int windowDays,
            @RequestParam(name = "category_id", defaultValue = Catalogue.ALL) String categoryId) {
        Parameters.requireOneOf("window_days", windowDays, WINDOWS);
        Marketplace found = catalogue.marketplace(marketplace);
        List<SupplierScoreComponent> items = repository.components(marketplace, supplierId, categoryId, windowDays);
        if (items.isEmpty()) {
            throw notFound(supplierId);
        }
        return Answer.of(found, items);
    }

    private static NotFoundException notFound(String supplierId) {
        return new NotFoundException(
                "Cannot find a score of supplier %s; it may have had no parcels and no orders".formatted(supplierId));
    }
}
