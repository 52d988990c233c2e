/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.fulfilment;

import io.sourcelens.batch.fulfilment.FollowUp.Ending;
import java.util.Comparator;
import java.util.List;

/**
 * Share of parcels whose event has come by a time, with those still under way censored and cancellation competing: O. Aalen
 * and S. Johansen, An empirical transition matrix for non-homogeneous Markov chains based on censored observations, Scand. J.
 * Statist. 5 (1978), 141–150. Without cancellations it is one minus the Kaplan–Meier estimate.
 *
 * <p>Variance by the delta method (J. J. Gaynor et al., JASA 88 (1993), 400–409; without cancellations Greenwood's formula),
 * times the design effect of the clusters: sum of squared influences by cluster over that by parcel, as in Z. Ying and
 * L. J. Wei, The Kaplan–Meier estimate for dependent failure time observations, J. Multivariate Anal. 50 (1994), 17–29.
 * Intervals are symmetric for log(−log(1 − share)).
 */
final class CumulativeIncidence {
    private static final double ROUNDING = 1e-9;

    private final Steps steps;
    private final Influence influence;
    private final List<FollowUp> parcels;

    private CumulativeIncidence(List<FollowUp> sorted) {
        parcels = sorted;
        steps = Steps.of(sorted);
        influence = new Influence(steps, sorted);
    }

    /** @param parcels in any order */
    static CumulativeIncidence of(List<FollowUp> parcels) {
        return new CumulativeIncidence(parcels.stream()
                .sorted(Comparator.comparingDouble(FollowUp::hours)
                        .thenComparing(FollowUp::ending)
                        .thenComparingLong(FollowUp::cluster))
                .toList());
    }

    long count(Ending ending) {
        return parcels.stream().filter(parcel -> parcel.ending() == ending).count();
    }

    /** Share with the event by so many hours; unknown if nobody was followed for so long. */
    Estimate by(double hours) {
        if (!isFollowedFor(hours)) {
            return Estimate.UNKNOWN;
        }
        int step = steps.at(hours);
        double share = steps.incidence(step);
        double[] ends = ends(step, hours, influence.designEffect(step));
        return new Estimate(share, ends[0], ends[1]);
    }

    /**
     * Hours by which the share has the event; never the largest observed if fewer have. The interval holds the times whose
     * own intervals hold the share: R. Brookmeyer and J. Crowley, Biometrics 38 (1982), 29–41.
     */
    Estimate quantile(double share) {
        int reached = steps.firstReaching(share - ROUNDING);
        double effect = influence.designEffect(Math.min(reached, steps.count() - 1));
        Double low = null;
        Double high = null;
        for (int step = 0; step < steps.count() && high == null; step++) {
            double[] ends = ends(step, steps.hours(step), effect);
            low = low == null && ends[1] >= share - ROUNDING ? Double.valueOf(steps.hours(step)) : low;
            high = ends[0] >= share - ROUNDING ? steps.hours(step) : null;
        }
        return new Estimate(reached < steps.count() ? steps.hours(reached) : null, low, high);
    }

    private boolean isFollowedFor(double hours) {
        return !parcels.isEmpty()
                && (parcels.get(parcels.size() - 1).hours() >= hours || steps.survival(steps.count() - 1) == 0);
    }

    /** At the edges, where there is no variance: exact for as many parcels as were followed. */
    private double[] ends(int step, double hours, double designEffect) {
        double share = steps.incidence(step);
        if (share < ROUNDING || share > 1 - ROUNDING) {
            double unlikely = Math.pow(0.05, designEffect / followed(hours));
            return share < 0.5 ? new double[] {0, 1 - unlikely} : new double[] {unlikely, 1};
        }
        double rest = 1 - share;
        double spread = Estimate.Z * Math.sqrt(steps.variance(step) * designEffect) / (rest * Math.abs(Math.log(rest)));
        return new double[] {1 - Math.pow(rest, Math.exp(-spread)), 1 - Math.pow(rest, Math.exp(spread))};
    }

    private long followed(double hours) {
        return Math.max(
                1,
                parcels.stream()
                        .filter(parcel -> parcel.ending() != Ending.OPEN || parcel.hours() >= hours)
                        .count());
    }
}
