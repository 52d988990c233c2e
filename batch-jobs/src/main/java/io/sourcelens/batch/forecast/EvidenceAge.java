/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.forecast;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How fast evidence ages in this marketplace: the half-life that would have foretold its own newest periods best, each from
 * the periods before it.
 */
final class EvidenceAge {
    /** In periods; the last one is as good as never. */
    private static final List<Double> HALF_LIVES = List.of(3.0, 12.0, 1000.0);

    private static final int TRIED_PERIODS = 2;
    private static final int LEAST_PERIODS = 4;
    /** So many counts tell half-lives apart; more cost a refresh its time. */
    private static final int MOST_COUNTS = 20_000;

    private EvidenceAge() {}

    /** The half-life in periods. */
    static double halfLifePeriods(List<TrialCount> counts) {
        int oldest = counts.stream().mapToInt(TrialCount::periodsAgo).max().orElse(0);
        double best = HALF_LIVES.get(1);
        if (oldest + 1 < LEAST_PERIODS) {
            return best;
        }
        List<TrialCount> some = thinned(counts);
        double least = Double.POSITIVE_INFINITY;
        for (double halfLife : HALF_LIVES) {
            double loss = IntStream.range(0, TRIED_PERIODS)
                    .mapToDouble(period -> loss(some, period, halfLife))
                    .sum();
            if (loss < least) {
                least = loss;
                best = halfLife;
            }
        }
        return best;
    }

    /** Whole suppliers, the same ones at every time. */
    static List<TrialCount> thinned(List<TrialCount> counts) {
        int every = (counts.size() + MOST_COUNTS - 1) / MOST_COUNTS;
        return every <= 1
                ? counts
                : counts.stream()
                        .filter(count -> Math.floorMod(count.supplierId().hashCode(), every) == 0)
                        .toList();
    }

    private static double loss(List<TrialCount> counts, int period, double halfLife) {
        List<TrialCount> before = counts.stream()
                .filter(count -> count.periodsAgo() > period)
                .map(count -> count.seenFrom(period + 1))
                .toList();
        if (before.isEmpty()) {
            return 0;
        }
        RateModel model = RateModel.fit(before, halfLife);
        return counts.stream()
                .filter(count -> count.periodsAgo() == period)
                .mapToDouble(count -> loss(count, model.probability(count.supplierId(), count.stratum())))
                .sum();
    }

    private static double loss(TrialCount count, double probability) {
        return -count.events() * Math.log(probability) - (count.exposure() - count.events()) * Math.log1p(-probability);
    }
}
