/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

import org.jspecify.annotations.Nullable;

/**
 * One figure of a track record.
 *
 * @param target what was foretold
 * @param method {@link #PUBLISHED}, or the name of a plainer method
 * @param origins origins with an outcome that could be measured
 * @param forecasts places of lists, or forecasts, that were compared with what came
 * @param value mean over the origins; null without any
 * @param lift by how much the published method was better at the same origins; null for itself
 * @param reason why value is null
 */
public record Score(
        String target,
        int horizonDays,
        String method,
        Metric metric,
        int origins,
        long forecasts,
        @Nullable Interval value,
        @Nullable Interval lift,
        @Nullable String reason) {
    /** The code that makes the published figures. */
    public static final String PUBLISHED = "published";
}
