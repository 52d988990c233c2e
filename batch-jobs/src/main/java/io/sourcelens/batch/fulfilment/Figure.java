/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.fulfilment;

import io.sourcelens.batch.fulfilment.FollowUp.Ending;
import io.sourcelens.batch.supplier.BetaPrior;
import org.jspecify.annotations.Nullable;

/**
 * One figure of one supplier, category and window.
 *
 * @param evidence parcels or lines it stands on: of these, {@code events} are what it is about
 * @param maturity share of the window's parcels whose fate is known
 */
record Figure(
        String supplierId,
        String categoryId,
        int windowDays,
        Measure measure,
        Estimate estimate,
        @Nullable Double observed,
        @Nullable Double expected,
        long evidence,
        long events,
        long censored,
        long cancelled,
        @Nullable Double maturity) {
    /** Parcels and lines of every category. */
    static final String ALL = "all";

    static Figure survival(
            String supplierId, int windowDays, Measure measure, CumulativeIncidence incidence, Estimate estimate) {
        long events = incidence.count(Ending.EVENT);
        long open = incidence.count(Ending.OPEN);
        long cancelled = incidence.count(Ending.CANCELLED);
        long parcels = events + open + cancelled;
        Double maturity = parcels == 0 ? null : 1 - (double) open / parcels;
        return new Figure(
                supplierId, ALL, windowDays, measure, estimate, null, null, parcels, events, open, cancelled, maturity);
    }

    /** A share that is yet to be shrunk. */
    static Figure counted(
            String supplierId,
            String categoryId,
            int windowDays,
            Measure measure,
            long events,
            long evidence,
            @Nullable Double maturity) {
        return new Figure(
                supplierId,
                categoryId,
                windowDays,
                measure,
                Estimate.UNKNOWN,
                null,
                null,
                evidence,
                events,
                0,
                0,
                maturity);
    }

    Figure shrunk(BetaPrior prior) {
        if (evidence == 0) {
            return this;
        }
        BetaPrior.Count count = count();
        BetaPrior.Estimate posterior = prior.posterior(count);
        return new Figure(
                supplierId,
                categoryId,
                windowDays,
                measure,
                new Estimate(posterior.mean(), posterior.low(), posterior.high()),
                count.rate(),
                prior.mean(),
                evidence,
                events,
                0,
                0,
                maturity);
    }

    BetaPrior.Count count() {
        return new BetaPrior.Count(events, evidence);
    }
}
