/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.forecast;

import static java.util.Comparator.comparing;

import java.util.Comparator;

/**
 * Trials of a supplier in one stratum and period, and events among them: parcels on a lane by the day of their promise, of which
 * some are late, or order lines in a category by the day of the order, of which some are defective.
 *
 * @param stratum what trials differ by beside their supplier: the lane of parcels, the category of lines
 * @param periodsAgo 0 for the period before the as-of day, 1 for the one before that
 * @param events known by now
 * @param missing of the parcels that are late, those that did not come at all
 * @param exposure as many trials, whose outcome is known, as would let expect the events that are known by now: fewer than
 *     the trials while outcomes are to come. Events may be more, by chance
 */
public record TrialCount(
        String supplierId, String stratum, int periodsAgo, long trials, long events, long missing, double exposure) {
    /** In this order sums are the same whatever the order of arrival; trials of a supplier and period stand together. */
    static final Comparator<TrialCount> ORDER = comparing(TrialCount::supplierId)
            .thenComparing(TrialCount::periodsAgo)
            .thenComparing(TrialCount::stratum)
            .thenComparing(TrialCount::trials)
            .thenComparing(TrialCount::events);

    public TrialCount {
        if (periodsAgo < 0 || missing < 0 || events < missing || trials < events || !(exposure >= 0)) {
            throw new IllegalArgumentException(
                    "Cannot count trials of %s: %d missing, %d events, %d trials, %s of them known, %d periods ago"
                            .formatted(supplierId, missing, events, trials, exposure, periodsAgo));
        }
    }

    /** Trials whose outcome is known. */
    public TrialCount(String supplierId, String stratum, int periodsAgo, long trials, long events, long missing) {
        this(supplierId, stratum, periodsAgo, trials, events, missing, trials);
    }

    /** The same count, seen from so many periods before. */
    TrialCount seenFrom(int periodsBefore) {
        return new TrialCount(supplierId, stratum, periodsAgo - periodsBefore, trials, events, missing, exposure);
    }
}
