/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.trackrecord;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.sourcelens.serving.openapi.OfMart;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One figure of a track record; what all of them share is said once, in {@link TrackRecord}. */
@OfMart("track_record")
record TrackRecordScore(
        String target,
        int horizonDays,
        String method,
        String metric,
        int origins,
        long forecasts,
        @Nullable Double value,
        @Nullable Double valueLow,
        @Nullable Double valueHigh,
        @Nullable Double lift,
        @Nullable Double liftLow,
        @Nullable Double liftHigh,
        @Nullable String reason,
        @JsonIgnore @Nullable LocalDate firstOrigin,
        @JsonIgnore @Nullable LocalDate lastOrigin,
        @JsonIgnore int stepDays,
        @JsonIgnore Instant asOf,
        @JsonIgnore String runId) {}
