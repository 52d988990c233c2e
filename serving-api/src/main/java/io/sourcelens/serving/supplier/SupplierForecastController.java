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
@RequestMapping("/v1/marketplaces/{marketplace}/supplier-forecasts")
@Tag(name = "Suppliers")
class SupplierForecastController {
    private static final Set<String> TARGETS = Schemas.mart("supplier_forecast")
            .field("target")
            .orElseThrow()
            .rules()
            .symbols();
    private static final Set<Integer> HORIZONS = Set.of(30, 90);
    private static final int MOST = 500;

    private final Catalogue catalogue;
    private final SupplierForecastRepository repository;

    SupplierForecastController(Catalogue catalogue, SupplierForecastRepository repository) {
        this.catalogue = catalogue;
        this.repository = repository;
    }

    @GetMapping
    @Operation(
            summary = "How likely suppliers' parcels of the coming days are late, or their lines defective",
            description =
                    "Supplier analysts and category managers. First those that will be late, or defective, for certain: by rate_low, then probability.")
    Answer<SupplierForecast> forecasts(
            @PathVariable String marketplace,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"late_dispatch", "late_delivery", "defect"},
                                            defaultValue = "late_dispatch"))
                    @RequestParam(defaultValue = "late_dispatch")
                    String target,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "integer",
                                            allowableValues = {"30", "90"},
                                            defaultValue = "30"))
                    @RequestParam(name = "horizon_days", defaultValue = "30")
                    int horizonDays,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "50"))
                    @RequestParam(defaultValue = "50")
                    int limit) {
        Parameters.requireOneOf("target", target, TARGETS);
        Parameters.requireOneOf("horizon_days", horizonDays, HORIZONS);
        Parameters.requireBetween("limit", limit, 1, MOST);
        Marketplace found = catalogue.marketplace(marketplace);
        return Answer.of(found, repository.list(marketplace, target, horizonDays, limit));
    }

    @GetMapping("/{supplier_id}")
    @Operation(
            summary = "Forecasts of one supplier, of every target and horizon",
            description = "Supplier analysts and category managers.")
    Answer<SupplierForecast> forecast(
            @PathVariable String marketplace, @PathVariable("supplier_id") String supplierId) {
        Marketplace found = catalogue.marketplace(marketplace);
        List<SupplierForecast> items = repository.ofSupplier(marketplace, supplierId);
        if (items.isEmpty()) {
            throw new NotFoundException(
                    "Cannot find forecasts of supplier %s; the marketplace may not know it".formatted(supplierId));
        }
        return Answer.of(found, items);
    }
}
