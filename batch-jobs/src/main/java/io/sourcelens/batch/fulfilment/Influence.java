/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.fulfilment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** By how much each parcel moves the estimate, summed by cluster. */
final class Influence {
    private final Steps steps;
    private final List<FollowUp> parcels;
    private final int[] lastSteps;
    private final int[] clusters;
    private final int clusterCount;
    private final double widening;
    private final double[] expected;
    private final double[] expectedOfShare;

    Influence(Steps steps, List<FollowUp> sorted) {
        this.steps = steps;
        this.parcels = sorted;
        lastSteps = new int[sorted.size()];
        clusters = new int[sorted.size()];
        Map<Long, Integer> numbers = new HashMap<>();
        for (int i = 0; i < sorted.size(); i++) {
            lastSteps[i] = steps.at(sorted.get(i).hours());
            clusters[i] = numbers.computeIfAbsent(sorted.get(i).cluster(), any -> numbers.size());
        }
        clusterCount = numbers.size();
        widening = clusterCount < 2 ? 1 : Math.pow(Estimate.t(clusterCount - 1) / Estimate.Z, 2);
        expected = new double[steps.count() + 1];
        expectedOfShare = new double[steps.count() + 1];
        for (int step = 0; step < steps.count(); step++) {
            expected[step + 1] = expected[step] + steps.expected(step);
            expectedOfShare[step + 1] = expectedOfShare[step] + steps.expectedOfShare(step);
        }
    }

    /**
     * By how much clusters make the variance larger than so many single parcels; never less than 1. Few clusters know it
     * badly: their intervals are as wide as Student's t has them.
     */
    double designEffect(int step) {
        if (step < 0 || clusterCount < 2) {
            return 1;
        }
        double share = steps.incidence(step);
        double[] ofClusters = new double[clusterCount];
        double single = 0;
        for (int i = 0; i < parcels.size(); i++) {
            double moved = of(i, step, share);
            ofClusters[clusters[i]] += moved;
            single += moved * moved;
        }
        double together = 0;
        for (double moved : ofClusters) {
            together += moved * moved;
        }
        double few = clusterCount / (clusterCount - 1.0) * (parcels.size() - 1.0) / parcels.size();
        double effect = single > 0 ? together / single * few : 1;
        return effect > 1 ? effect * widening : 1;
    }

    private double of(int parcel, int step, double share) {
        int last = Math.min(lastSteps[parcel], step);
        double moved = -(expected[last + 1] + share * expectedOfShare[last + 1]);
        if (lastSteps[parcel] > step) {
            return moved;
        }
        return switch (parcels.get(parcel).ending()) {
            case EVENT -> moved + steps.ofEvent(last, share);
            case CANCELLED -> moved + steps.ofCancellation(last, share);
            case OPEN -> moved;
        };
    }
}
