/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.forecast;

import static io.sourcelens.batch.forecast.CrossedEffects.logistic;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * How likely parcels of each supplier are late: a supplier is judged against its lanes and its time. The logit of a parcel's
 * probability is a sum of effects of its supplier, its lane and its period; how much each kind of effect varies, and how
 * much parcels of one supplier and period go together, is estimated from the same counts (empirical Bayes).
 */
public final class LatenessModel {
    private static final int NODES = 20;
    private static final double[] POINTS = new double[NODES];
    private static final double[] WEIGHTS = new double[NODES];

    static {
        GaussIntegrator hermite = new GaussIntegratorFactory().hermite(NODES);
        for (int i = 0; i < NODES; i++) {
            POINTS[i] = hermite.getPoint(i) * Math.sqrt(2);
            WEIGHTS[i] = hermite.getWeight(i) / Math.sqrt(Math.PI);
        }
    }

    private final Evidence evidence;
    private final CrossedEffects effects;
    private final Variances variances;

    LatenessModel(Evidence evidence, CrossedEffects effects, Variances variances) {
        this.evidence = evidence;
        this.effects = effects;
        this.variances = variances;
    }

    /** Fits the model to counts of at least one parcel. */
    public static LatenessModel fit(List<DueCount> counts, double halfLifePeriods) {
        return new VarianceFit(new Evidence(counts), halfLifePeriods).fit();
    }

    Variances variances() {
        return variances;
    }

    /** Probability that a parcel of the next period is late; suppliers and lanes may be new. */
    public double probability(String supplierId, String lane) {
        return moments(supplierId, Map.of(lane, 1.0)).mean();
    }

    /**
     * Forecasts a supplier's next period.
     *
     * @param parcels on each lane, as many as are expected; at least one
     */
    public RateForecast forecast(String supplierId, Map<String, Double> parcels) {
        double all = parcels.values().stream().mapToDouble(Double::doubleValue).sum();
        Moments moments = moments(supplierId, parcels);
        double variance = moments.variance() + variances.within() * (moments.mean() - moments.square());
        double correlation = variance / (moments.mean() * (1 - moments.mean()));
        ObservedRate rate = new ObservedRate(moments.mean(), Math.min(Math.max(correlation, 1e-9), 1 - 1e-9));
        long trials = Math.max(1, Math.round(all));
        return new RateForecast(moments.mean(), rate.quantile(0.05, trials), rate.quantile(0.95, trials));
    }

    /** Mean of the rate and of its square over what is not known. */
    private record Moments(double mean, double square) {
        double variance() {
            return square - mean * mean;
        }
    }

    private Moments moments(String supplierId, Map<String, Double> parcels) {
        int s = evidence.suppliers.getOrDefault(supplierId, -1);
        double[] logits = new double[parcels.size()];
        double[] shares = new double[parcels.size()];
        double[] mix = new double[effects.shared.length];
        double all = parcels.values().stream().mapToDouble(Double::doubleValue).sum();
        double unseenLanes = 0;
        int next = 0;
        mix[0] = 1;
        // In one order, so that sums are the same.
        for (Map.Entry<String, Double> entry : new TreeMap<>(parcels).entrySet()) {
            Integer lane = evidence.lanes.get(entry.getKey());
            shares[next] = entry.getValue() / all;
            logits[next] = effects.shared[0] + (s < 0 ? 0 : effects.suppliers[s]);
            if (lane == null) {
                unseenLanes += shares[next] * shares[next];
            } else {
                mix[1 + lane] += shares[next];
                logits[next] += effects.shared[1 + lane];
            }
            next++;
        }
        double variance = effects.variance(s, mix) + variances.lanes() * unseenLanes + variances.periods();
        return moments(logits, shares, Math.sqrt(variance));
    }

    private static Moments moments(double[] logits, double[] shares, double deviation) {
        double mean = 0;
        double square = 0;
        for (int node = 0; node < NODES; node++) {
            double rate = 0;
            for (int i = 0; i < logits.length; i++) {
                rate += shares[i] * logistic(logits[i] + deviation * POINTS[node]);
            }
            mean += WEIGHTS[node] * rate;
            square += WEIGHTS[node] * rate * rate;
        }
        return new Moments(mean, square);
    }
}
