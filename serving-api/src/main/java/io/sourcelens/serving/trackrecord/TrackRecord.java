/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.trackrecord;

import io.sourcelens.serving.catalogue.Marketplace;
import io.sourcelens.serving.openapi.OfMart;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The newest backtest of a subject. An empty one is as fresh as its marketplace. */
@OfMart("track_record")
record TrackRecord(
        String marketplace,
        String subject,
        @Nullable LocalDate firstOrigin,
        @Nullable LocalDate lastOrigin,

        @Schema(
                types = {"integer", "null"},
                description = "Marketplace days from one origin to the next; null if there was no backtest yet.")
        @Nullable
        Integer stepDays,

        Instant asOf,
        String runId,

        @Schema(description = "By target, horizon and metric; published first, then those it is compared with by name.")
        List<TrackRecordScore> items) {

    static TrackRecord of(Marketplace marketplace, String subject, List<TrackRecordScore> items) {
        return items.stream()
                .findFirst()
                .map(any -> new TrackRecord(
                        marketplace.marketplace(),
                        subject,
                        any.firstOrigin(),
                        any.lastOrigin(),
                        any.stepDays(),
                        any.asOf(),
                        any.runId(),
                        items))
                .orElseGet(() -> new TrackRecord(
                        marketplace.marketplace(),
                        subject,
                        null,
                        null,
                        null,
                        marketplace.asOf(),
                        marketplace.runId(),
                        items));
    }
}
