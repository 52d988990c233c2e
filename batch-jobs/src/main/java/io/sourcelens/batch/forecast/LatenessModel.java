/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.forecast;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How likely parcels of each supplier are late: a supplier is judged against its lanes and its time. The logit of a parcel's
 * probability is a sum of effects of its supplier, its lane and its period; how much each kind of effect varies, and how
 * much parcels of one supplier and period go together, is estimated from the same counts (empirical Bayes).
 */
public final class LatenessModel {
    private final Evidence evidence;
    private final CrossedEffects effects;
    private final Variances variances;
    /** Variance of a logit to come beside the effects': of the marketplace's level, and of suppliers' drift. */
    private final double toCome;
    /** Correlation of a supplier's parcels to come, at its rate. */
    private final double within;

    LatenessModel(Evidence evidence, CrossedEffects effects, Variances variances, double toCome, double within) {
        this.evidence = evidence;
        this.effects = effects;
        this.variances = variances;
        this.toCome = toCome;
        this.within = within;
    }

    /** Fits the model to counts of at least one parcel. */
    public static LatenessModel fit(List<DueCount> counts, double halfLifePeriods) {
        return new VarianceFit(new Evidence(counts), halfLifePeriods).fit();
    }

    /**
     * Fits the model, and forecasts several periods together.
     *
     * @param periods of the horizon: its level is a mean of as many
     */
    static LatenessModel fit(List<DueCount> counts, double halfLifePeriods, int periods) {
        LatenessModel next = fit(counts, halfLifePeriods);
        double level = next.variances.periods() * Levels.share(next.effects.periods(), periods);
        HorizonTrial.Ahead ahead =
                new HorizonTrial(counts, halfLifePeriods, periods).ahead(next.variances.within() / periods);
        return new LatenessModel(next.evidence, next.effects, next.variances, level + ahead.drift(), ahead.within());
    }

    Variances variances() {
        return variances;
    }

    /** Probability that a parcel of the days to come is late; suppliers and lanes may be new. */
    public double probability(String supplierId, String lane) {
        return belief(supplierId, Map.of(lane, 1.0)).moments(0, toCome).mean();
    }

    /**
     * Forecasts a supplier's days to come.
     *
     * @param parcels on each lane, as many as are expected; at least one
     */
    public RateForecast forecast(String supplierId, Map<String, Double> parcels) {
        double all = parcels.values().stream().mapToDouble(Double::doubleValue).sum();
        RateMoments moments = belief(supplierId, parcels).moments(0, toCome);
        double variance = moments.variance() + within * moments.ofOne();
        double correlation = variance / (moments.mean() * (1 - moments.mean()));
        ObservedRate rate = new ObservedRate(moments.mean(), Math.min(Math.max(correlation, 1e-9), 1 - 1e-9));
        long trials = Math.max(1, Math.round(all));
        return new RateForecast(moments.mean(), rate.quantile(0.05, trials), rate.quantile(0.95, trials));
    }

    /** @param parcels on each lane */
    RateBelief belief(String supplierId, Map<String, Double> parcels) {
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
        double variance = effects.variance(s, mix) + variances.lanes() * unseenLanes;
        return new RateBelief(logits, shares, variance);
    }
}
