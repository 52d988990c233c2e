/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

import io.sourcelens.batch.stock.StockCase;
import io.sourcelens.batch.stock.StockForecast;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How probabilities of running out did, sku by sku that had stock at an origin, and how often the units that were ordered
 * lay within their interval where the sku was to be had all the time. Every sku of an origin counts alike, and so does every
 * origin.
 */
final class StockOutScores {
    static final String TARGET = "stock_out";

    /** A probability of 0 or 1 that turns out wrong would cost without end. */
    private static final double LEAST = 0.001;

    private final OriginScores scores;
    private final Reliability reliability = new Reliability();

    StockOutScores(int horizonDays, int stepDays) {
        scores = new OriginScores(TARGET, horizonDays, stepDays);
        for (Metric metric : List.of(Metric.LOG_LOSS, Metric.BRIER)) {
            methods().forEach(method -> scores.expect(method, metric));
        }
        scores.expect(Score.PUBLISHED, Metric.COVERAGE);
    }

    static List<String> methods() {
        List<String> methods = new ArrayList<>(List.of(Score.PUBLISHED));
        for (PlainStockOut plain : PlainStockOut.values()) {
            methods.add(plain.method());
        }
        return methods;
    }

    /** Takes a prediction of every method with its outcome. */
    interface Kept {
        void keep(StockCase outcome, List<Double> foretold);
    }

    /** Compares what was foretold at one origin with what came. */
    void add(LocalDate origin, StockForecast forecast, Kept kept) {
        List<StockCase> came = forecast.foretold();
        Map<String, List<Double>> foretold = new LinkedHashMap<>();
        foretold.put(Score.PUBLISHED, came.stream().map(forecast::probability).toList());
        for (PlainStockOut plain : PlainStockOut.values()) {
            double rate = plain.rate(forecast.cases(), true);
            double rateOfOthers = plain.rate(forecast.cases(), false);
            foretold.put(
                    plain.method(),
                    came.stream()
                            .map(one -> plain.isOfKind(one) ? rate : rateOfOthers)
                            .toList());
        }
        for (int i = 0; i < came.size(); i++) {
            int number = i;
            reliability.add(foretold.get(Score.PUBLISHED).get(i), 1, came.get(i).ranOut() ? 1 : 0);
            kept.keep(
                    came.get(i),
                    foretold.values().stream()
                            .map(ofMethod -> ofMethod.get(number))
                            .toList());
        }
        foretold.forEach((method, probabilities) -> judge(origin, method, probabilities, came));
        List<StockCase> wanted = came.stream().filter(StockCase::wanted).toList();
        long within = wanted.stream().filter(StockCase::withinInterval).count();
        scores.add(
                origin,
                Score.PUBLISHED,
                Metric.COVERAGE,
                wanted.isEmpty() ? null : (double) within / wanted.size(),
                wanted.size());
    }

    private void judge(LocalDate origin, String method, List<Double> probabilities, List<StockCase> came) {
        double logLoss = 0;
        double squares = 0;
        for (int i = 0; i < came.size(); i++) {
            double probability = Math.min(Math.max(probabilities.get(i), LEAST), 1 - LEAST);
            double ofOutcome = came.get(i).ranOut() ? probability : 1 - probability;
            logLoss -= Math.log(ofOutcome);
            squares += (1 - ofOutcome) * (1 - ofOutcome);
        }
        boolean none = came.isEmpty();
        scores.add(origin, method, Metric.LOG_LOSS, none ? null : logLoss / came.size(), came.size());
        scores.add(origin, method, Metric.BRIER, none ? null : squares / came.size(), came.size());
    }

    /** Figures over all origins. */
    List<Score> summary(String reasonIfNone) {
        return scores.summary(reasonIfNone);
    }

    Reliability reliability() {
        return reliability;
    }
}
