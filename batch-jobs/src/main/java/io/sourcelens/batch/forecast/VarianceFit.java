/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Estimates the variances together with the effects. Of effects: R. Schall, Estimation in generalized linear models with
 * random effects, Biometrika 78 (1991), 719–727. Of trials that go together: D. A. Williams, Extra-binomial variation in
 * logistic linear models, Applied Statistics 31 (1982), 144–148, his model III weighted by pseudo-likelihood: M. Davidian,
 * R. J. Carroll, Variance function estimation, JASA 82 (1987), 1079–1091.
 */
final class VarianceFit {
    private static final int MOST_ROUNDS = 40;
    private static final double MOST_WITHIN = 0.99;
    private static final double AGREED = 1e-6;
    /** What is believed of an effect before any was seen: one effect of half a logit. It keeps few levels from extremes. */
    private static final double BELIEVED_SQUARE = 0.25;

    private final Evidence evidence;
    private final double[] ages;

    VarianceFit(Evidence evidence, double halfLifePeriods) {
        this.evidence = evidence;
        this.ages = evidence.counts.stream()
                .mapToDouble(count -> Math.pow(0.5, count.periodsAgo() / halfLifePeriods))
                .toArray();
    }

    RateModel fit() {
        Variances variances = Variances.START;
        double[] shared = new double[CrossedEffects.sharedSize(evidence)];
        shared[0] = overall();
        double[] suppliers = new double[evidence.suppliers.size()];
        for (int round = 0; ; round++) {
            CrossedEffects effects =
                    new CrossedEffects(evidence, shares(variances.within()), variances, shared, suppliers).fit();
            Variances next = next(effects, variances);
            if (round == MOST_ROUNDS || next.agrees(variances)) {
                return new RateModel(evidence, effects, variances, variances.periods(), variances.within());
            }
            variances = next;
            shared = effects.shared;
            suppliers = effects.suppliers;
        }
    }

    private double overall() {
        double exposure =
                evidence.counts.stream().mapToDouble(TrialCount::exposure).sum();
        double events = evidence.counts.stream().mapToLong(TrialCount::events).sum();
        return Math.log((events + 0.5) / (Math.max(0, exposure - events) + 0.5));
    }

    /** n trials that go together are worth n ÷ (1 + (n − 1) × correlation). */
    private double[] shares(double within) {
        double[] shares = new double[evidence.size()];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = ages[i] / (1 + Math.max(0, evidence.together[i] - 1) * within);
        }
        return shares;
    }

    private Variances next(CrossedEffects effects, Variances now) {
        int strata = evidence.strata.size();
        double[] none = new double[effects.shared.length];
        double[] uncertain = new double[effects.suppliers.length];
        Arrays.setAll(uncertain, s -> effects.variance(s, none));
        Level suppliers = new Level(effects.suppliers, uncertain, now.suppliers());
        Level ofStrata = level(effects, 1, strata, now.strata());
        Level ofPeriods = level(effects, 1 + strata, evidence.periods.size(), now.periods());
        double determined = 1 + suppliers.determined() + ofStrata.determined() + ofPeriods.determined();
        return new Variances(
                suppliers.variance(), ofStrata.variance(), ofPeriods.variance(), within(effects, determined));
    }

    private static Level level(CrossedEffects effects, int first, int size, double now) {
        double[] uncertain = new double[size];
        Arrays.setAll(uncertain, k -> effects.variance(first + k));
        return new Level(Arrays.copyOfRange(effects.shared, first, first + size), uncertain, now);
    }

    /**
     * Effects of one kind.
     *
     * @param uncertain variance of each, after the counts
     * @param now the variance that they were fitted with
     */
    private record Level(double[] effects, double[] uncertain, double now) {
        /** How many effects the counts determine. */
        double determined() {
            return Arrays.stream(uncertain)
                    .map(variance -> Math.max(0, 1 - variance / now))
                    .sum();
        }

        double variance() {
            double squares =
                    Arrays.stream(effects).map(effect -> effect * effect).sum();
            return (squares + BELIEVED_SQUARE) / (determined() + 1);
        }
    }

    /** Pseudo-likelihood of the correlation, given the effects: its derivative falls, and is 0 at the estimate. */
    private double within(CrossedEffects effects, double determined) {
        List<Cluster> clusters = clusters(effects);
        return Root.of(within -> slope(clusters, within, determined), 0, MOST_WITHIN, AGREED);
    }

    /** Trials of one supplier in one period: events beyond what was expected, and their binomial variance. */
    private record Cluster(double age, double exposure, double surplus, double binomial) {
        double inflation(double within) {
            return 1 + (exposure - 1) * within;
        }
    }

    private List<Cluster> clusters(CrossedEffects effects) {
        List<Cluster> clusters = new ArrayList<>();
        double surplus = 0;
        double binomial = 0;
        for (int i = 0; i < evidence.size(); i++) {
            TrialCount count = evidence.counts.get(i);
            double probability = effects.probability(i);
            surplus += count.events() - count.exposure() * probability;
            binomial += count.exposure() * probability * (1 - probability);
            if (i + 1 == evidence.size() || !evidence.sameCluster(i, i + 1)) {
                if (evidence.together[i] > 1) {
                    clusters.add(new Cluster(ages[i], evidence.together[i], surplus, binomial));
                }
                surplus = 0;
                binomial = 0;
            }
        }
        return clusters;
    }

    /** Fitted effects follow the counts: residuals have lost the variance that the effects determined took. */
    private static double slope(List<Cluster> clusters, double within, double determined) {
        double information = 0;
        for (Cluster cluster : clusters) {
            information += cluster.age() * cluster.binomial() / cluster.inflation(within);
        }
        double slope = 0;
        for (Cluster cluster : clusters) {
            double inflation = cluster.inflation(within);
            double leverage = determined * cluster.age() * cluster.binomial() / inflation / information;
            double left = Math.max(0, 1 - leverage);
            double square = cluster.surplus() * cluster.surplus() / (cluster.binomial() * inflation);
            slope += cluster.age() * (cluster.exposure() - 1) / inflation * (square - left);
        }
        return slope;
    }
}
