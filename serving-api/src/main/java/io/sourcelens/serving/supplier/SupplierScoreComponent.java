/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.supplier;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.sourcelens.serving.answer.Published;
import io.sourcelens.serving.openapi.OfMart;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one component gives a supplier's score, and what it costs. */
@OfMart("supplier_score_component")
record SupplierScoreComponent(
        String component,
        @Nullable Double estimate,
        @Nullable Double estimateLow,
        @Nullable Double estimateHigh,
        long evidence,
        @Nullable Double maturity,
        double best,
        double worst,
        @Nullable Double pointsMost,
        @Nullable Double points,
        @Nullable Double pointsLow,
        @Nullable Double pointsHigh,
        @Nullable Double pointsLost,
        @Nullable String reason,
        String weightsVersion,
        @JsonIgnore Instant asOf,
        @JsonIgnore String runId)
        implements Published {}
