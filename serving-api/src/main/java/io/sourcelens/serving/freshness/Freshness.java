/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.freshness;

import io.sourcelens.serving.openapi.OfMart;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How fresh what the lake knows of an entity is. */
@OfMart("freshness")
record Freshness(
        String marketplace,
        String entity,
        long currentRows,
        long rejectedRecords,
        @Nullable Instant latestSourceTime,
        @Nullable Instant latestIngestedAt,
        Instant asOf,
        String runId) {}
