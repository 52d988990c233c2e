/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.stock;

import io.sourcelens.batch.calibration.Calibration;
import io.sourcelens.batch.calibration.Finding;
import io.sourcelens.batch.calibration.Share;
import java.util.ArrayList;
import java.util.List;

/** Whether as many skus run out as was foretold, at every level of the probability. */
public final class StockOutReliability implements Calibration {
    private static final int TENTHS = 10;
    /** Percentage points that what is foretold of a tenth may be away from what is observed, on average. */
    private static final double MOST_AWAY = 5;

    private final int worlds;
    private final int skus;

    /** @param worlds marketplaces of so many skus each: good and bad days are shared by all skus of one */
    public StockOutReliability(int worlds, int skus) {
        this.worlds = worlds;
        this.skus = skus;
    }

    /** @param rateBefore share of the weeks that were learnt from in which a sku ran out */
    private record Foretold(double probability, double rateBefore, StockCase outcome) {
        double loss(double foretold) {
            return -Math.log(outcome.ranOut() ? foretold : 1 - foretold);
        }

        int tenth() {
            return Math.min(TENTHS - 1, (int) (probability * TENTHS));
        }
    }

    @Override
    public List<Finding> of(int seed) {
        List<Foretold> all = new ArrayList<>();
        for (int world = 0; world < worlds; world++) {
            StockForecast forecast = StockForecast.at(
                    PlantedStock.of((long) seed * worlds + world, skus),
                    StockHistory.DAYS_READ,
                    PlantedStock.FORETOLD_DAYS);
            List<StockCase> before = forecast.cases();
            double rate = (double) before.stream().filter(StockCase::ranOut).count() / before.size();
            forecast.foretold().forEach(one -> all.add(new Foretold(forecast.probability(one), rate, one)));
        }
        Share demand = new Share();
        all.stream()
                .filter(one -> one.outcome().wanted())
                .forEach(one -> demand.add(one.outcome().withinInterval()));
        return List.of(
                Finding.atMost("stock-outs, foretold less observed over all", "points", MOST_AWAY, 100 * away(all)),
                Finding.atMost("stock-outs, the same of tenths, weighted mean", "points", MOST_AWAY, reliability(all)),
                Finding.atMost(
                        "stock-outs, log loss, of the global rate's",
                        "",
                        1,
                        all.stream()
                                        .mapToDouble(one -> one.loss(one.probability()))
                                        .sum()
                                / all.stream()
                                        .mapToDouble(one -> one.loss(one.rateBefore()))
                                        .sum()),
                // Whole units: an interval of few of them holds more than it must.
                Finding.atLeast("demand of 7 days, 90 % intervals that hold it", "%", 88, demand.percent()));
    }

    private static double away(List<Foretold> some) {
        double foretold =
                some.stream().mapToDouble(Foretold::probability).average().orElse(0);
        double observed = some.stream()
                .mapToInt(one -> one.outcome().ranOut() ? 1 : 0)
                .average()
                .orElse(0);
        return Math.abs(foretold - observed);
    }

    /**
     * The expected calibration error of M. P. Naeini, G. F. Cooper and M. Hauskrecht, Obtaining well calibrated
     * probabilities using Bayesian binning, AAAI 2015, in percentage points.
     */
    private static double reliability(List<Foretold> all) {
        double points = 0;
        for (int tenth = 0; tenth < TENTHS; tenth++) {
            int of = tenth;
            List<Foretold> alike = all.stream().filter(one -> one.tenth() == of).toList();
            points += 100.0 * away(alike) * alike.size() / all.size();
        }
        return points;
    }
}
