/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.trackrecord;

import io.sourcelens.schema.Schemas;
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
@Tag(name = "Track record")
class TrackRecordController {
    private static final Set<String> SUBJECTS =
            Schemas.mart("track_record").field("subject").orElseThrow().rules().symbols();

    private final Catalogue catalogue;
    private final TrackRecordRepository repository;

    TrackRecordController(Catalogue catalogue, TrackRecordRepository repository) {
        this.catalogue = catalogue;
        this.repository = repository;
    }

    @GetMapping("/v1/marketplaces/{marketplace}/track-record")
    @Operation(
            summary = "How good a published list or forecast has been, beside plainer methods",
            description = "Any role. From the newest backtest; none before the first.")
    TrackRecord trackRecord(
            @PathVariable String marketplace,
            @Parameter(
                            schema =
                                    @Schema(
                                            allowableValues = {"best-sellers", "trending", "suppliers", "stock"},
                                            defaultValue = "best-sellers"))
                    @RequestParam(defaultValue = "best-sellers")
                    String subject) {
        Parameters.requireOneOf("subject", subject, SUBJECTS);
        Marketplace found = catalogue.marketplace(marketplace);
        return TrackRecord.of(found, subject, repository.scores(marketplace, subject));
    }
}
