/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.forecast;

import static java.util.Comparator.comparing;

import java.util.Comparator;

/**
 * Parcels of a supplier on a lane that were due in one period, counted by the day of their promise.
 *
 * @param lane where they went
 * @param periodsAgo 0 for the period before the as-of day, 1 for the one before that
 * @param late of these, after the promise or not at all
 * @param missing of these, not at all
 */
public record DueCount(String supplierId, String lane, int periodsAgo, long due, long late, long missing) {
    /** In this order sums are the same whatever the order of arrival; parcels of a supplier and period stand together. */
    static final Comparator<DueCount> ORDER = comparing(DueCount::supplierId)
            .thenComparing(DueCount::periodsAgo)
            .thenComparing(DueCount::lane)
            .thenComparing(DueCount::due)
            .thenComparing(DueCount::late);

    public DueCount {
        if (periodsAgo < 0 || missing < 0 || late < missing || due < late) {
            throw new IllegalArgumentException("Cannot count parcels of %s: %d missing, %d late, %d due, %d periods ago"
                    .formatted(supplierId, missing, late, due, periodsAgo));
        }
    }

    /** The same count, seen from so many periods before. */
    DueCount seenFrom(int periodsBefore) {
        return new DueCount(supplierId, lane, periodsAgo - periodsBefore, due, late, missing);
    }
}
