/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.past;

import io.sourcelens.schema.Schemas;
import io.sourcelens.schema.TableSchema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked about a past time.
 *
 * @param mart name of the mart
 * @param marketplace only its rows are compared; null: those of all
 * @param known with which knowledge the mart is computed again
 */
public record Question(Instant time, String mart, @Nullable String marketplace, Known known) {
    /** What the tables know that a mart is computed from. */
    public enum Known {
        /** What was known then: nothing differs, unless a figure was not what the lake said. */
        THEN,
        /** What is known now of the same days: what came late, or was corrected, differs. */
        NOW
    }

    /** Marts that only look at days up to their as-of time, so that orders since change nothing. */
    private static final List<String> OF_THEIR_DAYS =
            List.of("margin_sku_seller_day", "supplier_scorecard", "supplier_forecast");

    /** Marts that record what happened and are computed from no table. */
    private static final List<String> RECORDS = List.of("refresh_run", "track_record");

    /** @throws PastException if it cannot be asked of the mart */
    public Question {
        if (RECORDS.contains(mart)) {
            throw new PastException(
                    "Cannot recompute mart %s: it records what was done and is computed from no table; ask for one of %s"
                            .formatted(mart, marts()));
        }
        if (!marts().contains(mart)) {
            throw new PastException("Cannot recompute mart %s: there are %s".formatted(mart, marts()));
        }
        if (known == Known.NOW && !OF_THEIR_DAYS.contains(mart)) {
            throw new PastException(
                    "Cannot compare mart %s with what is known now: orders since then would be in it; ask for one of %s"
                            .formatted(mart, OF_THEIR_DAYS));
        }
    }

    /** Every mart that can be computed again with that knowledge. */
    public static List<String> marts(Known known) {
        return known == Known.NOW ? OF_THEIR_DAYS : marts();
    }

    private static List<String> marts() {
        return Schemas.marts().stream()
                .map(TableSchema::name)
                .filter(name -> !RECORDS.contains(name))
                .toList();
    }
}
