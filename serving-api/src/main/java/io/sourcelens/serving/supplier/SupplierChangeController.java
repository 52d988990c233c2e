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
@RequestMapping("/v1/marketplaces/{marketplace}/supplier-changes")
@Tag(name = "Suppliers")
class SupplierChangeController {
    private static final Set<String> TARGETS = Schemas.mart("supplier_change")
            .field("target")
            .orElseThrow()
            .rules()
            .symbols();
    private static final int MOST = 500;

    private final Catalogue catalogue;
    private final SupplierChangeRepository repository;

    SupplierChangeController(Catalogue catalogue, SupplierChangeRepository repository) {
        this.catalogue = catalogue;
        this.repository = repository;
    }

    @GetMapping
    @Operation(
            summary = "Suppliers that became worse or better, since when and how sure that is",
            description = "Supplier analysts and category managers. Alarms alone, the surest first.")
    Answer<SupplierChange> alarms(
            @PathVariable String marketplace,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"late_dispatch", "defect"},
                                            defaultValue = "late_dispatch"))
                    @RequestParam(defaultValue = "late_dispatch")
                    String target,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "50"))
                    @RequestParam(defaultValue = "50")
                    int limit) {
        Parameters.requireOneOf("target", target, TARGETS);
        Parameters.requireBetween("limit", limit, 1, MOST);
        Marketplace found = catalogue.marketplace(marketplace);
        return Answer.of(found, repository.alarms(marketplace, target, limit));
    }

    @GetMapping("/{supplier_id}")
    @Operation(
            summary = "The most likely change of one supplier by target, whether it is an alarm or not",
            description = "Supplier analysts and category managers.")
    Answer<SupplierChange> change(@PathVariable String marketplace, @PathVariable("supplier_id") String supplierId) {
        Marketplace found = catalogue.marketplace(marketplace);
        List<SupplierChange> items = repository.ofSupplier(marketplace, supplierId);
        if (items.isEmpty()) {
            throw new NotFoundException(
                    "Cannot find changes of supplier %s; the marketplace may not know it".formatted(supplierId));
        }
        return Answer.of(found, items);
    }
}
