/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.supplier;

import io.sourcelens.serving.catalogue.Marketplace;
import io.sourcelens.serving.openapi.OfMart;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parcels or order lines that made one number of a scorecard, beside that number. */
@OfMart("supplier_event")
record SupplierEvents(
        String marketplace,
        String supplierId,
        String categoryId,
        String target,

        @Schema(description = "30 or 90 marketplace days up to the day of as_of.")
        int windowDays,

        @Schema(description = "First day of the window.") LocalDate windowStart,

        @Schema(description = "Newest order that the scorecard knows of.")
        Instant asOf,

        @Schema(description = "Refresh run that computed the scorecard.")
        String runId,

        @Schema(description = "The scorecard's own number: parcels_late or defect_lines.")
        long scorecardCount,

        @Schema(
                types = {"integer", "null"},
                description =
                        "All events of the window, of which items are the newest: as many as scorecard_count; null"
                                + " if it is not known what happened.")
        @Nullable
        Long events,

        @Schema(
                types = {"string", "null"},
                description = "Why events is null: no_scans or no_cases, which the marketplace does not deliver.")
        @Nullable
        String reason,

        @Schema(description = "In the order that the endpoint says.")
        List<SupplierEvent> items) {

    static SupplierEvents of(
            Marketplace marketplace,
            SupplierScorecard scorecard,
            String target,
            long events,
            List<SupplierEvent> items) {
        boolean defects = target.equals("defect");
        String reason = defects ? unknownDefects(scorecard) : unknownLateness(scorecard);
        return new SupplierEvents(
                marketplace.marketplace(),
                scorecard.supplierId(),
                scorecard.categoryId(),
                target,
                scorecard.windowDays(),
                windowStart(marketplace, scorecard),
                scorecard.asOf(),
                scorecard.runId(),
                defects ? scorecard.defectLines() : scorecard.parcelsLate(),
                reason == null ? events : null,
                reason,
                items);
    }

    private static @Nullable String unknownLateness(SupplierScorecard scorecard) {
        return scorecard.parcelsDue() > 0 && scorecard.lateDispatchRateRaw() == null ? "no_scans" : null;
    }

    private static @Nullable String unknownDefects(SupplierScorecard scorecard) {
        return scorecard.orderLines() > 0 && scorecard.defectRateRaw() == null ? "no_cases" : null;
    }

    static LocalDate windowStart(Marketplace marketplace, SupplierScorecard scorecard) {
        return scorecard
                .asOf()
                .atZone(ZoneId.of(marketplace.timeZone()))
                .toLocalDate()
                .minusDays(scorecard.windowDays() - 1L);
    }
}
