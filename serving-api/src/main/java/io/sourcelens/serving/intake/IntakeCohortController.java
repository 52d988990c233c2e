/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.intake;

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
class IntakeCohortController {
    private static final Set<Integer> AGES = Set.of(7, 30, 60);

    private final Catalogue catalogue;
    private final IntakeCohortRepository repository;

    IntakeCohortController(Catalogue catalogue, IntakeCohortRepository repository) {
        this.catalogue = catalogue;
        this.repository = repository;
    }

    @GetMapping("/v1/marketplaces/{marketplace}/intake-cohorts")
    @Operation(
            summary = "How goods did that were brought in week by week, beside earlier weeks",
            description = "Supplier analysts and category managers. Newest week first.")
    MoneyAnswer<IntakeCohort> cohorts(
            @PathVariable String marketplace,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "integer",
                                            allowableValues = {"7", "30", "60"},
                                            defaultValue = "30"))
                    @RequestParam(name = "age_days", defaultValue = "30")
                    int ageDays) {
        Parameters.requireOneOf("age_days", ageDays, AGES);
        Marketplace found = catalogue.marketplace(marketplace);
        return MoneyAnswer.of(found, repository.list(marketplace, ageDays));
    }
}
