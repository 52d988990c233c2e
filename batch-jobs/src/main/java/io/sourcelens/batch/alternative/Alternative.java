/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.alternative;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Another supplier's offer of the same goods.
 *
 * @param gain null with a reason
 */
record Alternative(
        Offer offer,
        Offer alternative,
        Advice advice,
        @Nullable Gain gain,
        @Nullable String reason) {
    /** Best advice first, among equals the largest certain gain; no ties. */
    static final Comparator<Alternative> ORDER = Comparator.comparing(Alternative::advice)
            .thenComparing(Comparator.comparingDouble(Alternative::certainGain).reversed())
            .thenComparing(one -> one.alternative().supplyPriceMinor(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(one -> one.alternative().skuId());

    /** What to do, best first. */
    enum Advice {
        /** It certainly leaves more. */
        SWITCH,
        /** It can be had while the sku runs out. */
        STAND_IN,
        NO_BETTER,
        NOT_ENOUGH_DATA
    }

    static Alternative of(Offer offer, Offer alternative, @Nullable AfterSaleCosts costs, double usualLateness) {
        String reason = Gain.reasonIfUnknown(offer, alternative, costs);
        if (reason != null) {
            return new Alternative(offer, alternative, Advice.NOT_ENOUGH_DATA, null, reason);
        }
        Gain gain = Gain.of(offer, alternative, costs);
        boolean sound = !alternative.isStockAtRisk() && !alternative.quality().isWeak(usualLateness);
        Advice advice = Advice.NO_BETTER;
        if (sound && gain.total().low() > 0) {
            advice = Advice.SWITCH;
        } else if (sound && offer.isStockAtRisk() && alternative.stock() != null) {
            advice = Advice.STAND_IN;
        }
        return new Alternative(offer, alternative, advice, gain, null);
    }

    private double certainGain() {
        return gain == null ? 0 : gain.total().low();
    }

    /** Smallest number of lines or parcels behind what both are compared by. */
    long evidence() {
        return Math.min(offer.evidence(), alternative.evidence());
    }
}
