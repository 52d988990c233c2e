/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

import io.sourcelens.batch.forecast.DueCount;
import io.sourcelens.batch.forecast.LatenessModel;
import io.sourcelens.batch.forecast.RateForecast;
import io.sourcelens.batch.forecast.SupplierOutlook;
import io.sourcelens.batch.trackrecord.PlainRate.Due;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How probabilities of late parcels did, parcel by parcel, and how often the share that was observed of a supplier lay
 * within its interval. Suppliers of whom nothing was due before an origin are left out there. Every parcel counts alike,
 * whatever its origin.
 */
final class LatenessScores {
    /** A probability of 0 or 1 that turns out wrong would cost without end. */
    private static final double LEAST = 0.001;

    /** Intervals for as many parcels as came; those of {@link Score#PUBLISHED} are for as many as were expected. */
    private static final String GIVEN_PARCELS = "published_given_parcels";

    private static final double ROUNDING = 1e-12;

    private final String target;
    private final int horizonDays;
    private final int stepDays;
    private final Map<LocalDate, Map<String, Sums>> origins = new TreeMap<>();
    private final Reliability reliability = new Reliability();

    LatenessScores(String target, int horizonDays, int stepDays) {
        this.target = target;
        this.horizonDays = horizonDays;
        this.stepDays = stepDays;
    }

    /** Sums over what was foretold from one origin with one method. */
    private static final class Sums {
        private double logLoss;
        private double squares;
        private long parcels;
        private long within;
        private long intervals;
    }

    /**
     * Compares what was foretold at one origin with what came.
     *
     * @param came counts of the horizon
     */
    void add(LocalDate origin, SupplierOutlook outlook, List<DueCount> came, Kept kept) {
        LatenessModel model = outlook.model();
        if (model == null) {
            return;
        }
        Map<String, Due> known = bySupplier(outlook.counts());
        Due all = known.values().stream().reduce(Due.NOTHING, Due::and);
        double rate = (double) all.late() / all.due();
        Map<String, Sums> methods = origins.computeIfAbsent(origin, any -> new LinkedHashMap<>());
        List<DueCount> judged = came.stream()
                .filter(count -> known.containsKey(count.supplierId()))
                .toList();
        for (DueCount count : judged) {
            Map<String, Double> foretold = new LinkedHashMap<>();
            foretold.put(Score.PUBLISHED, model.probability(count.supplierId(), count.lane()));
            for (PlainRate plain : PlainRate.values()) {
                foretold.put(plain.method(), plain.of(known.get(count.supplierId()), rate));
            }
            foretold.forEach((method, probability) -> add(sums(methods, method), count, probability));
            reliability.add(foretold.get(Score.PUBLISHED), count.due(), count.late());
            kept.keep(origin, target, count, List.copyOf(foretold.values()));
        }
        intervals(judged, outlook, model, methods);
    }

    /** Takes a prediction of every method with its outcome. */
    interface Kept {
        void keep(LocalDate origin, String target, DueCount outcome, List<Double> foretold);
    }

    static List<String> methods() {
        List<String> methods = new ArrayList<>(List.of(Score.PUBLISHED));
        for (PlainRate plain : PlainRate.values()) {
            methods.add(plain.method());
        }
        return methods;
    }

    private static Sums sums(Map<String, Sums> methods, String method) {
        return methods.computeIfAbsent(method, any -> new Sums());
    }

    private static void add(Sums sums, DueCount count, double foretold) {
        double probability = Math.min(Math.max(foretold, LEAST), 1 - LEAST);
        long inTime = count.due() - count.late();
        sums.logLoss -= count.late() * Math.log(probability) + inTime * Math.log(1 - probability);
        sums.squares += count.late() * (1 - probability) * (1 - probability) + inTime * probability * probability;
        sums.parcels += count.due();
    }

    private static void intervals(
            List<DueCount> came, SupplierOutlook outlook, LatenessModel model, Map<String, Sums> methods) {
        Map<String, Map<String, Double>> lanes = new TreeMap<>();
        came.forEach(count -> lanes.computeIfAbsent(count.supplierId(), any -> new TreeMap<>())
                .merge(count.lane(), (double) count.due(), Double::sum));
        bySupplier(came).forEach((supplier, due) -> {
            double share = (double) due.late() / due.due();
            cover(sums(methods, GIVEN_PARCELS), model.forecast(supplier, lanes.get(supplier)), share);
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

    private static Map<String, Due> bySupplier(List<DueCount> counts) {
        Map<String, Due> suppliers = new HashMap<>();
        counts.forEach(count ->
                suppliers.merge(count.supplierId(), new Due(count.due(), count.late(), count.missing()), Due::and));
        return suppliers;
    }

    /** Figures over all origins. */
    List<Score> summary(String reasonIfNone) {
        OriginScores scores = new OriginScores(target, horizonDays, stepDays);
        for (Metric metric : List.of(Metric.LOG_LOSS, Metric.BRIER)) {
            methods().forEach(method -> scores.expect(method, metric));
        }
        scores.expect(Score.PUBLISHED, Metric.COVERAGE);
        double parcels = mean(origins, Score.PUBLISHED, true);
        origins.forEach((origin, methods) -> methods.forEach((method, sums) -> {
            if (sums.parcels > 0) {
                scores.add(origin, method, Metric.LOG_LOSS, sums.logLoss / parcels, sums.parcels);
                scores.add(origin, method, Metric.BRIER, sums.squares / parcels, sums.parcels);
            }
            if (sums.intervals > 0) {
                double intervals = mean(origins, method, false);
                scores.add(origin, method, Metric.COVERAGE, sums.within / intervals, sums.intervals);
            }
        }));
        return scores.summary(reasonIfNone);
    }

    /** Of parcels or intervals over the origins that had any: sums divided by it have the share of all as their mean. */
    private static double mean(Map<LocalDate, Map<String, Sums>> origins, String method, boolean ofParcels) {
        return origins.values().stream()
                .map(methods -> methods.get(method))
                .filter(Objects::nonNull)
                .mapToLong(sums -> ofParcels ? sums.parcels : sums.intervals)
                .filter(number -> number > 0)
                .average()
                .orElse(1);
    }

    Reliability reliability() {
        return reliability;
    }
}
