/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.forecast;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Logistic regression with an effect of each supplier crossed with effects of strata and periods, given how much each kind
 * varies: its mode, and the curvature there (Laplace's approximation of the posterior). Suppliers meet only through the
 * few shared effects, so Newton's step is solved exactly through their Schur complement.
 */
final class CrossedEffects {
    /** Precision of the intercept: so weak that it moves nothing, but a marketplace without an event has a mode. */
    private static final double WEAK = 0.01;

    private static final int MOST_STEPS = 50;
    private static final double SMALL_STEP = 1e-6;
    private static final double ROUNDING = 1e-12;
    private static final int MOST_HALVINGS = 30;

    private final Evidence evidence;
    private final double[] shares;
    private final Variances variances;
    /** Intercept, strata, periods. */
    final double[] shared;

    final double[] suppliers;
    private final double[] curvature;
    private final double[] probabilities;
    private RealMatrix covariance = new Array2DRowRealMatrix();

    /** @param shares how much of each count is evidence, 0 to 1: it ages, and trials of a supplier's period go together */
    CrossedEffects(Evidence evidence, double[] shares, Variances variances, double[] shared, double[] suppliers) {
        this.evidence = evidence;
        this.shares = shares;
        this.variances = variances;
        this.shared = shared.clone();
        this.suppliers = suppliers.clone();
        this.curvature = new double[suppliers.length];
        this.probabilities = new double[evidence.size()];
    }

    static int sharedSize(Evidence evidence) {
        return 1 + evidence.strata.size() + evidence.periods.size();
    }

    CrossedEffects fit() {
        double loss = loss();
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] sharedBefore = shared.clone();
            double[] suppliersBefore = suppliers.clone();
            double longest = step();
            loss = halved(sharedBefore, suppliersBefore, loss);
            if (longest < SMALL_STEP) {
                return this;
            }
        }
        throw new IllegalStateException("Cannot fit rates: no mode after %d steps of %d counts; look for a count"
                        .formatted(MOST_STEPS, evidence.size())
                + " that is not a number");
    }

    /** Halves a step that led too far, until it is an improvement. */
    private double halved(double[] sharedBefore, double[] suppliersBefore, double before) {
        double after = loss();
        for (int halving = 0; after > before + ROUNDING * before && halving < MOST_HALVINGS; halving++) {
            Arrays.setAll(shared, k -> (shared[k] + sharedBefore[k]) / 2);
            Arrays.setAll(suppliers, s -> (suppliers[s] + suppliersBefore[s]) / 2);
            after = loss();
        }
        return after;
    }

    /** What the mode makes smallest: the negative logarithm of likelihood times prior. Leaves the probabilities behind. */
    private double loss() {
        double loss = 0;
        for (int k = 0; k < shared.length; k++) {
            loss += precision(k) * shared[k] * shared[k] / 2;
        }
        for (double effect : suppliers) {
            loss += effect * effect / variances.suppliers() / 2;
        }
        for (int i = 0; i < evidence.size(); i++) {
            TrialCount count = evidence.counts.get(i);
            double logit = logit(i);
            double rarer = Math.exp(-Math.abs(logit));
            probabilities[i] = (logit < 0 ? rarer : 1) / (1 + rarer);
            double logOfOdds = Math.max(logit, 0) + Math.log1p(rarer);
            loss += shares[i] * (count.exposure() * logOfOdds - count.events() * logit);
        }
        return loss;
    }

    /** @return the longest change of any effect */
    private double step() {
        int size = shared.length;
        double[][] schur = new double[size][size];
        double[] right = new double[size];
        for (int k = 0; k < size; k++) {
            schur[k][k] = precision(k);
            right[k] = -shared[k] * precision(k);
        }
        double[] gradients = new double[suppliers.length];
        for (int s = 0; s < suppliers.length; s++) {
            gradients[s] = addSupplier(s, schur, right);
        }
        covariance = new CholeskyDecomposition(new Array2DRowRealMatrix(schur, false), 1e-9, 0)
                .getSolver()
                .getInverse();
        double[] change = covariance.preMultiply(right);
        double longest = Arrays.stream(change).map(Math::abs).max().orElse(0);
        double[] changes = new double[suppliers.length];
        for (int s = 0; s < suppliers.length; s++) {
            double pulled = gradients[s];
            for (int i = evidence.begins[s]; i < evidence.begins[s + 1]; i++) {
                pulled -= weight(i) * (change[0] + change[stratum(i)] + change[period(i)]);
            }
            changes[s] = pulled / curvature[s];
            longest = Math.max(longest, Math.abs(changes[s]));
        }
        for (int k = 0; k < size; k++) {
            shared[k] += change[k];
        }
        for (int s = 0; s < suppliers.length; s++) {
            suppliers[s] += changes[s];
        }
        return longest;
    }

    private double precision(int k) {
        if (k == 0) {
            return WEAK;
        }
        return 1 / (k <= evidence.strata.size() ? variances.strata() : variances.periods());
    }

    private int stratum(int i) {
        return 1 + evidence.stratum[i];
    }

    private int period(int i) {
        return 1 + evidence.strata.size() + evidence.period[i];
    }

    private double logit(int i) {
        return shared[0] + shared[stratum(i)] + shared[period(i)] + suppliers[evidence.supplier[i]];
    }

    /** Probability at the mode. */
    double probability(int i) {
        return probabilities[i];
    }

    static double logistic(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    private double weight(int i) {
        double probability = probability(i);
        return shares[i] * evidence.counts.get(i).exposure() * probability * (1 - probability);
    }

    /**
     * Adds a supplier's trials, and takes out what its own effect explains of them.
     *
     * @return gradient of its own effect
     */
    private double addSupplier(int s, double[][] schur, double[] right) {
        double[] row = new double[shared.length];
        double gradient = -suppliers[s] / variances.suppliers();
        curvature[s] = 1 / variances.suppliers();
        for (int i = evidence.begins[s]; i < evidence.begins[s + 1]; i++) {
            TrialCount count = evidence.counts.get(i);
            double residual = shares[i] * (count.events() - count.exposure() * probability(i));
            double weight = weight(i);
            gradient += residual;
            curvature[s] += weight;
            int[] effects = {0, stratum(i), period(i)};
            for (int one : effects) {
                row[one] += weight;
                right[one] += residual;
                for (int other : effects) {
                    schur[one][other] += weight;
                }
            }
        }
        int[] used = used(s);
        for (int one : used) {
            right[one] -= row[one] * gradient / curvature[s];
            for (int other : used) {
                schur[one][other] -= row[one] * row[other] / curvature[s];
            }
        }
        return gradient;
    }

    private int[] used(int s) {
        boolean[] seen = new boolean[shared.length];
        seen[0] = true;
        for (int i = evidence.begins[s]; i < evidence.begins[s + 1]; i++) {
            seen[stratum(i)] = true;
            seen[period(i)] = true;
        }
        return IntStream.range(0, seen.length).filter(k -> seen[k]).toArray();
    }

    /**
     * Variance of a supplier's logit with shared effects weighted by {@code mix}.
     *
     * @param s supplier, or -1 for one that was never seen
     */
    double variance(int s, double[] mix) {
        double[] difference = mix.clone();
        double alone = variances.suppliers();
        if (s >= 0) {
            alone = 1 / curvature[s];
            for (int i = evidence.begins[s]; i < evidence.begins[s + 1]; i++) {
                double part = weight(i) * alone;
                difference[0] -= part;
                difference[stratum(i)] -= part;
                difference[period(i)] -= part;
            }
        }
        ArrayRealVector vector = new ArrayRealVector(difference, false);
        return alone + covariance.preMultiply(vector).dotProduct(vector);
    }

    /** Effects of periods, the newest first. */
    double[] periods() {
        return Arrays.copyOfRange(shared, 1 + evidence.strata.size(), shared.length);
    }

    /** Variance of one shared effect. */
    double variance(int k) {
        return covariance.getEntry(k, k);
    }
}
