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
@RequestMapping("/v1/marketplaces/{marketplace}/supplier-fulfilment")
@Tag(name = "Suppliers")
class SupplierFulfilmentController {
    private static final Set<String> MEASURES = Schemas.mart("supplier_fulfilment")
            .field("measure")
            .orElseThrow()
            .rules()
            .symbols();
    private static final Set<Integer> WINDOWS = Set.of(30, 90);
    private static final int MOST = 500;

    private final Catalogue catalogue;
    private final SupplierFulfilmentRepository repository;

    SupplierFulfilmentController(Catalogue catalogue, SupplierFulfilmentRepository repository) {
        this.catalogue = catalogue;
        this.repository = repository;
    }

    @GetMapping
    @Operation(
            summary = "One measure of how suppliers fulfil, supplier by supplier",
            description =
                    "Supplier analysts and category managers. First those that do badly for certain: by the end of the interval that speaks for them.")
    Answer<SupplierFulfilmentMeasure> measures(
            @PathVariable String marketplace,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {
                                                "dispatched_within_24_hours",
                                                "dispatched_within_48_hours",
                                                "dispatch_hours_median",
                                                "dispatch_hours_p90",
                                                "delivered_by_promise",
                                                "transit_hours_median",
                                                "transit_hours_p90",
                                                "transit_hours_against_peers",
                                                "transit_on_time_against_peers",
                                                "valid_tracking",
                                                "label_to_scan_hours_median",
                                                "label_to_scan_hours_p90",
                                                "no_stock_cancel",
                                                "no_stock_cancel_although_shown"
                                            },
                                            defaultValue = "dispatched_within_48_hours"))
                    @RequestParam(defaultValue = "dispatched_within_48_hours")
                    String measure,
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
        Parameters.requireOneOf("measure", measure, MEASURES);
        Parameters.requireOneOf("window_days", windowDays, WINDOWS);
        Parameters.requireBetween("limit", limit, 1, MOST);
        Marketplace found = catalogue.marketplace(marketplace);
        List<SupplierFulfilmentMeasure> items = repository.list(marketplace, measure, categoryId, windowDays, limit);
        if (items.isEmpty()) {
            catalogue.requireCategory(marketplace, categoryId);
        }
        return Answer.of(found, items);
    }

    @GetMapping("/{supplier_id}")
    @Operation(
            summary = "Every measure of how one supplier fulfils, in every window and category",
            description = "Supplier analysts and category managers.")
    Answer<SupplierFulfilmentMeasure> ofSupplier(
            @PathVariable String marketplace, @PathVariable("supplier_id") String supplierId) {
        Marketplace found = catalogue.marketplace(marketplace);
        List<SupplierFulfilmentMeasure> items = repository.ofSupplier(marketplace, supplierId);
        if (items.isEmpty()) {
            throw new NotFoundException("Cannot find how supplier %s fulfils; it may have had no parcels and no orders"
                    .formatted(supplierId));
        }
        return Answer.of(found, items);
    }
}
