/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.intake;

import io.sourcelens.schema.Schemas;
import io.sourcelens.serving.answer.MoneyAnswer;
import io.sourcelens.serving.catalogue.Catalogue;
import io.sourcelens.serving.catalogue.Marketplace;
import io.sourcelens.serving.problem.Parameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Intake")
class IntakeCandidateController {
    private static final Set<String> KINDS =
            Schemas.mart("intake_candidate").field("kind").orElseThrow().rules().symbols();
    private static final int MOST = 100;

    private final Catalogue catalogue;
    private final IntakeCandidateRepository repository;

    IntakeCandidateController(Catalogue catalogue, IntakeCandidateRepository repository) {
        this.catalogue = catalogue;
        this.repository = repository;
    }

    @GetMapping("/v1/marketplaces/{marketplace}/intake-candidates")
    @Operation(
            summary =
                    "Goods worth widening or a second supplier, places worth bringing goods in, with the reasons in words",
            description = "Supplier analysts and category managers. By rank.")
    MoneyAnswer<IntakeCandidate> candidates(
            @PathVariable String marketplace,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"widen", "second_source", "bring_in"},
                                            defaultValue = "widen"))
                    @RequestParam(defaultValue = "widen")
                    String kind,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "50"))
                    @RequestParam(defaultValue = "50")
                    int limit) {
        Parameters.requireOneOf("kind", kind, KINDS);
        Parameters.requireBetween("limit", limit, 1, MOST);
        Marketplace found = catalogue.marketplace(marketplace);
        return MoneyAnswer.of(found, repository.list(marketplace, kind, limit));
    }
}
