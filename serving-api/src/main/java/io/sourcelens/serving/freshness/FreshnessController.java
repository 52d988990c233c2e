/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.freshness;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Freshness")
class FreshnessController {
    private final JdbcClient clickHouse;

    FreshnessController(JdbcClient clickHouse) {
        this.clickHouse = clickHouse;
    }

    record FreshnessAnswer(
            @Schema(description = "By marketplace, then entity.")
            List<Freshness> items) {}

    @GetMapping("/v1/freshness")
    @Operation(summary = "How fresh the figures are, per marketplace and entity", description = "Any role.")
    FreshnessAnswer freshness() {
        return new FreshnessAnswer(clickHouse.sql("""
                        SELECT marketplace, entity, current_rows, rejected_records,
                            latest_source_time, latest_ingested_at, as_of, run_id
                        FROM api.freshness
                        ORDER BY marketplace, entity""").query(Freshness.class).list());
    }
}
