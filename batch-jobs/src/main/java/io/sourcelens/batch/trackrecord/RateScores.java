/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

import io.sourcelens.batch.forecast.RateForecast;
import io.sourcelens.batch.forecast.RateModel;
import io.sourcelens.batch.forecast.SupplierOutlook;
import io.sourcelens.batch.forecast.TrialCount;
import io.sourcelens.batch.trackrecord.PlainRate.Trials;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How probabilities of late parcels, or of defective lines, did, one by one, and how often the share that was observed of a
 * supplier lay within its interval. Suppliers of whom there was nothing before an origin are left out there. Every parcel or
 * line counts alike, whatever its origin.
 */
final class RateScores {
    /** A probability of 0 or 1 that turns out wrong would cost without end. */
    private static final double LEAST = 0.001;

    /** Intervals for as many parcels or lines as came; those of {@link Score#PUBLISHED} are for as many as were expected. */
    private static final String GIVEN_PARCELS = "published_given_parcels";

    private static final double ROUNDING = 1e-12;

    private final String target;
    private final List<PlainRate> plainRates;
    private final int horizonDays;
    private final int stepDays;
    private final Map<LocalDate, Map<String, Sums>> origins = new TreeMap<>();
    private final Reliability reliability = new Reliability();

    /** @param plainRates those that can be told of the target */
    RateScores(String target, List<PlainRate> plainRates, int horizonDays, int stepDays) {
        this.target = target;
        this.plainRates = plainRates;
        this.horizonDays = horizonDays;
        this.stepDays = stepDays;
    }

    /** Sums over what was foretold from one origin with one method. */
    private static final class Sums {
        private double logLoss;
        private double squares;
        private long trials;
        private long within;
        private long intervals;
    }

    /**
     * Compares what was foretold at one origin with what came.
     *
     * @param came counts of the horizon
     */
    void add(LocalDate origin, SupplierOutlook outlook, List<TrialCount> came, Kept kept) {
        RateModel model = outlook.model();
        if (model == null) {
            return;
        }
        Map<String, Trials> known = bySupplier(outlook.counts());
        Trials all = known.values().stream().reduce(Trials.NONE, Trials::and);
        double rate = (double) all.events() / all.all();
        Map<String, Sums> methods = origins.computeIfAbsent(origin, any -> new LinkedHashMap<>());
        List<TrialCount> judged = came.stream()
                .filter(count -> known.containsKey(count.supplierId()))
                .toList();
        for (TrialCount count : judged) {
            Map<String, Double> foretold = new LinkedHashMap<>();
            foretold.put(Score.PUBLISHED, model.probability(count.supplierId(), count.stratum()));
            for (PlainRate plain : plainRates) {
                foretold.put(plain.method(), plain.of(known.get(count.supplierId()), rate));
            }
            foretold.forEach((method, probability) -> add(sums(methods, method), count, probability));
            reliability.add(foretold.get(Score.PUBLISHED), count.trials(), count.events());
            kept.keep(origin, target, count, foretold);
        }
        intervals(judged, outlook, model, methods);
    }

    /** Takes a prediction of every method, by its name, with its outcome. */
    interface Kept {
        void keep(LocalDate origin, String target, TrialCount outcome, Map<String, Double> foretold);
    }

    private List<String> methods() {
        return methods(plainRates);
    }

    static List<String> methods(List<PlainRate> plainRates) {
        return Stream.concat(Stream.of(Score.PUBLISHED), plainRates.stream().map(PlainRate::method))
                .toList();
    }

    private static Sums sums(Map<String, Sums> methods, String method) {
        return methods.computeIfAbsent(method, any -> new Sums());
    }

    private static void add(Sums sums, TrialCount count, double foretold) {
        double probability = Math.min(Math.max(foretold, LEAST), 1 - LEAST);
        long others = count.trials() - count.events();
        sums.logLoss -= count.events() * Math.log(probability) + others * Math.log(1 - probability);
        sums.squares += count.events() * (1 - probability) * (1 - probability) + others * probability * probability;
        sums.trials += count.trials();
    }

    private static void intervals(
            List<TrialCount> came, SupplierOutlook outlook, RateModel model, Map<String, Sums> methods) {
        Map<String, Map<String, Double>> strata = new TreeMap<>();
        came.forEach(count -> strata.computeIfAbsent(count.supplierId(), any -> new TreeMap<>())
                .merge(count.stratum(), (double) count.trials(), Double::sum));
        bySupplier(came).forEach((supplier, trials) -> {
            double share = (double) trials.events() / trials.all();
            cover(sums(methods, GIVEN_PARCELS), model.forecast(supplier, strata.get(supplier)), share);
            RateForecast published = outlook.forecast(supplier);
            if (published != null) {
                cover(sums(methods, Score.PUBLISHED), published, share);
            }
        });
    }

    private static void cover(Sums sums, RateForecast forecast, double share) {
        sums.intervals++;
        if (share >= forecast.low() - ROUNDING && share <= forecast.high() + ROUNDING) {
            sums.within++;
        }
    }

    private static Map<String, Trials> bySupplier(List<TrialCount> counts) {
        Map<String, Trials> suppliers = new HashMap<>();
        counts.forEach(count -> suppliers.merge(
                count.supplierId(), new Trials(count.trials(), count.events(), count.missing()), Trials::and));
        return suppliers;
    }

    /** Figures over all origins. */
    List<Score> summary(String reasonIfNone) {
        OriginScores scores = new OriginScores(target, horizonDays, stepDays);
        for (Metric metric : List.of(Metric.LOG_LOSS, Metric.BRIER)) {
            methods().forEach(method -> scores.expect(method, metric));
        }
        scores.expect(Score.PUBLISHED, Metric.COVERAGE);
        double trials = mean(origins, Score.PUBLISHED, true);
        origins.forEach((origin, methods) -> methods.forEach((method, sums) -> {
            if (sums.trials > 0) {
                scores.add(origin, method, Metric.LOG_LOSS, sums.logLoss / trials, sums.trials);
                scores.add(origin, method, Metric.BRIER, sums.squares / trials, sums.trials);
            }
            if (sums.intervals > 0) {
                double intervals = mean(origins, method, false);
                scores.add(origin, method, Metric.COVERAGE, sums.within / intervals, sums.intervals);
            }
        }));
        return scores.summary(reasonIfNone);
    }

    /** Of trials or intervals over the origins that had any: sums divided by it have the share of all as their mean. */
    private static double mean(Map<LocalDate, Map<String, Sums>> origins, String method, boolean ofTrials) {
        return origins.values().stream()
                .map(methods -> methods.get(method))
                .filter(Objects::nonNull)
                .mapToLong(sums -> ofTrials ? sums.trials : sums.intervals)
                .filter(number -> number > 0)
                .average()
                .orElse(1);
    }

    Reliability reliability() {
        return reliability;
    }
}
