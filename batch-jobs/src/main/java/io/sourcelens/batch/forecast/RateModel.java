/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.forecast;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How likely an event is in trials of each supplier, a parcel to be late or a line to be defective: a supplier is judged against
 * its strata and its time. The logit of the probability is a sum of effects of supplier, stratum and period; how much each
 * kind of effect varies, and how much trials of one supplier and period go together, is estimated from the same counts
 * (empirical Bayes).
 */
public final class RateModel {
    private final Evidence evidence;
    private final CrossedEffects effects;
    private final Variances variances;
    /** Variance of a logit to come beside the effects': of the marketplace's level, and of suppliers' drift. */
    private final double toCome;
    /** Correlation of a supplier's trials to come, at its rate. */
    private final double within;

    RateModel(Evidence evidence, CrossedEffects effects, Variances variances, double toCome, double within) {
        this.evidence = evidence;
        this.effects = effects;
        this.variances = variances;
        this.toCome = toCome;
        this.within = within;
    }

    /** Fits the model to counts, of which at least one has an outcome. */
    public static RateModel fit(List<TrialCount> counts, double halfLifePeriods) {
        return new VarianceFit(new Evidence(counts), halfLifePeriods).fit();
    }

    /**
     * Fits the model, and forecasts several periods together.
     *
     * @param periods of the horizon: its level is a mean of as many
     */
    static RateModel fit(List<TrialCount> counts, double halfLifePeriods, int periods) {
        RateModel next = fit(counts, halfLifePeriods);
        double level = next.variances.periods() * Levels.share(next.effects.periods(), periods);
        HorizonTrial.Ahead ahead =
                new HorizonTrial(counts, halfLifePeriods, periods).ahead(next.variances.within() / periods);
        return new RateModel(next.evidence, next.effects, next.variances, level + ahead.drift(), ahead.within());
    }

    Variances variances() {
        return variances;
    }

    /** Probability of an event in a trial of the days to come; suppliers and strata may be new. */
    public double probability(String supplierId, String stratum) {
        return belief(supplierId, Map.of(stratum, 1.0)).moments(0, toCome).mean();
    }

    /**
     * Forecasts a supplier's days to come.
     *
     * @param trials in each stratum, as many as are expected; at least one
     */
    public RateForecast forecast(String supplierId, Map<String, Double> trials) {
        double all = trials.values().stream().mapToDouble(Double::doubleValue).sum();
        RateMoments moments = belief(supplierId, trials).moments(0, toCome);
        double variance = moments.variance() + within * moments.ofOne();
        double correlation = variance / (moments.mean() * (1 - moments.mean()));
        ObservedRate rate = new ObservedRate(moments.mean(), Math.min(Math.max(correlation, 1e-9), 1 - 1e-9));
        long expected = Math.max(1, Math.round(all));
        return new RateForecast(moments.mean(), rate.quantile(0.05, expected), rate.quantile(0.95, expected));
    }

    /** @param trials in each stratum */
    RateBelief belief(String supplierId, Map<String, Double> trials) {
        int s = evidence.suppliers.getOrDefault(supplierId, -1);
        double[] logits = new double[trials.size()];
        double[] shares = new double[trials.size()];
        double[] mix = new double[effects.shared.length];
        double all = trials.values().stream().mapToDouble(Double::doubleValue).sum();
        double unseen = 0;
        int next = 0;
        mix[0] = 1;
        // In one order, so that sums are the same.
        for (Map.Entry<String, Double> entry : new TreeMap<>(trials).entrySet()) {
            Integer stratum = evidence.strata.get(entry.getKey());
            shares[next] = entry.getValue() / all;
            logits[next] = effects.shared[0] + (s < 0 ? 0 : effects.suppliers[s]);
            if (stratum == null) {
                unseen += shares[next] * shares[next];
            } else {
                mix[1 + stratum] += shares[next];
                logits[next] += effects.shared[1 + stratum];
            }
            next++;
        }
        double variance = effects.variance(s, mix) + variances.strata() * unseen;
        return new RateBelief(logits, shares, variance);
    }
}
