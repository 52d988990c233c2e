/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.forecast;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingDouble;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * How far suppliers will go from their forecasts over the horizon, told by how far they went over the newest days that are as
 * many, had these been forecast from the days before them. What drifts has drifted as far there.
 */
final class HorizonTrial {
    private static final int TRIALS = 2;
    /** Of a supplier's drift: more would tell nothing of it. */
    private static final double MOST_DRIFT = 4;

    /** What is known of less than one trial is chance, however far from what was expected. */
    private static final double LEAST_EXPOSURE = 1;

    private static final double AGREED = 1e-5;
    /** Of a marketplace's level in a trial, on the logit. */
    private static final double FARTHEST_LEVEL = 5;

    private static final double AGREED_LEVEL = 1e-3;

    private final List<TrialCount> counts;
    private final double halfLifePeriods;
    private final int oldest;
    /** Periods of a trial: those of the horizon, or half of all where these are fewer. */
    private final int length;

    HorizonTrial(List<TrialCount> all, double halfLifePeriods, int periods) {
        this.counts = EvidenceAge.thinned(all);
        this.halfLifePeriods = halfLifePeriods;
        this.oldest = counts.stream().mapToInt(TrialCount::periodsAgo).max().orElse(0);
        this.length = Math.min(periods, (oldest + 1) / 2);
    }

    /**
     * What became of a supplier in a trial.
     *
     * @param within correlation of its trials over the trial's periods, at its rate
     */
    private record Outcome(double exposure, double events, RateBelief belief, double within) {
        double surplus(double level) {
            return events - exposure * belief.moments(level, 0).mean();
        }

        /** A supplier's trials that go together are worth as many that don't. */
        double weightedSurplus(double level) {
            return surplus(level) / (1 + (exposure - 1) * within);
        }

        /**
         * Square of the surplus share in units of its variance, less the 1 that it is on average. Suppliers count alike, as they do
         * where it is asked how many intervals hold.
         */
        double excess(double level, Ahead ahead) {
            RateMoments moments = belief.moments(level, ahead.drift());
            double surplus = events / exposure - moments.mean();
            double variance = moments.variance() + moments.ofOne() * (ahead.within() + (1 - ahead.within()) / exposure);
            return surplus * surplus / variance - 1;
        }
    }

    /**
     * How far suppliers go from their forecasts, beyond what is not known of their rates.
     *
     * @param drift variance on the logit: what lasts for the horizon
     * @param within correlation of a supplier's trials over the horizon, at its rate: what periods have alone
     */
    record Ahead(double drift, double within) {}

    /**
     * Drift, where suppliers went farther than what periods have alone lets expect; less of that, where they did not.
     *
     * @param within correlation of a supplier's trials over the horizon, if periods were independent
     */
    Ahead ahead(double within) {
        List<List<Outcome>> trials = new ArrayList<>();
        for (int trial = 0; length > 0 && trial < TRIALS && (trial + 1) * length <= oldest; trial++) {
            trials.add(outcomes(trial * length));
        }
        trials.removeIf(List::isEmpty);
        if (trials.isEmpty()) {
            return new Ahead(0, within);
        }
        List<Double> levels = trials.stream().map(HorizonTrial::level).toList();
        ToDoubleFunction<Ahead> excess = ahead -> excess(trials, levels, ahead);
        return excess.applyAsDouble(new Ahead(0, within)) > 0
                ? new Ahead(
                        Root.of(drift -> excess.applyAsDouble(new Ahead(drift, within)), 0, MOST_DRIFT, AGREED), within)
                : new Ahead(0, Root.of(less -> excess.applyAsDouble(new Ahead(0, less)), 0, within, AGREED));
    }

    private static double excess(List<List<Outcome>> trials, List<Double> levels, Ahead ahead) {
        double excess = 0;
        for (int trial = 0; trial < trials.size(); trial++) {
            for (Outcome outcome : trials.get(trial)) {
                excess += outcome.excess(levels.get(trial), ahead);
            }
        }
        return excess;
    }

    private static double level(List<Outcome> outcomes) {
        return Root.of(
                level -> outcomes.stream()
                        .mapToDouble(outcome -> outcome.weightedSurplus(level))
                        .sum(),
                -FARTHEST_LEVEL,
                FARTHEST_LEVEL,
                AGREED_LEVEL);
    }

    /** @param newest periods ago */
    private List<Outcome> outcomes(int newest) {
        List<TrialCount> before = counts.stream()
                .filter(count -> count.periodsAgo() >= newest + length)
                .map(count -> count.seenFrom(newest + length))
                .toList();
        RateModel model = RateModel.fit(before, halfLifePeriods);
        double within = model.variances().within() / length;
        List<Outcome> outcomes = new ArrayList<>();
        counts.stream()
                .filter(count -> count.periodsAgo() >= newest && count.periodsAgo() < newest + length)
                .collect(groupingBy(TrialCount::supplierId, TreeMap::new, toList()))
                .values()
                .stream()
                .filter(its -> exposure(its) >= LEAST_EXPOSURE)
                .forEach(its -> outcomes.add(outcome(its, model, within)));
        return outcomes;
    }

    private static double exposure(List<TrialCount> counts) {
        return counts.stream().mapToDouble(TrialCount::exposure).sum();
    }

    private static Outcome outcome(List<TrialCount> came, RateModel model, double within) {
        Map<String, Double> strata = came.stream()
                .collect(groupingBy(TrialCount::stratum, TreeMap::new, summingDouble(TrialCount::exposure)));
        return new Outcome(
                exposure(came),
                came.stream().mapToLong(TrialCount::events).sum(),
                model.belief(came.get(0).supplierId(), strata),
                within);
    }
}
