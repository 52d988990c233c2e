/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.stock;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;

/**
 * How likely a sku runs out, given its risks. Three causes that don't wait for each other (a noisy-or: J. Pearl,
 * Probabilistic Reasoning in Intelligent Systems, 1988, section 4.3.2): it is sold out before it is refilled; a line is
 * cancelled although stock is shown; or it is gone for reasons that no sale tells.
 *
 * <p>{@code P = 1 − (1 − logistic(a + b·logit soldOut)) · exp(−(u + v·cancelled + w·before))}
 *
 * <p>{@code a}, {@code b} and {@code c} recalibrate (D. R. Cox, Two further applications of a model for binary regression, Biometrika
 * 45 (1958), 562–565): a supplier that refills in time sells out less often than its shown stock says. All six are fitted
 * to the weeks before by maximum posterior with Fisher scoring; the priors hold as long as there are none.
 */
final class StockOutModel {
    /** a, b, c, ln u, ln v, ln w: stock is what is shown, a cancellation is one, and the past repeats itself by half. */
    private static final double[] PRIOR = {0, 1, 0.5, Math.log(0.002), 0, Math.log(0.5)};

    private static final double[] PRIOR_DEVIATIONS = {1, 0.5, 0.5, 2, 1, 1};
    private static final int MOST_STEPS = 50;
    private static final int MOST_HALVINGS = 20;
    private static final double CLOSE = 1e-9;
    private static final double LEAST = 1e-9;

    private final double[] parameters;

    private StockOutModel(double[] parameters) {
        this.parameters = parameters;
    }

    /** What was at risk, and whether it ran out. */
    record Outcome(StockOutRisk risk, boolean ranOut) {}

    static StockOutModel fit(List<Outcome> outcomes) {
        StockOutModel model = new StockOutModel(PRIOR.clone());
        double posterior = model.logPosterior(outcomes);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] direction = model.direction(outcomes);
            StockOutModel better = model;
            double reached = posterior;
            double length = 1;
            for (int halving = 0; halving < MOST_HALVINGS && better == model; halving++, length /= 2) {
                StockOutModel tried = model.moved(direction, length);
                double there = tried.logPosterior(outcomes);
                if (there > posterior) {
                    better = tried;
                    reached = there;
                }
            }
            if (reached - posterior < CLOSE * (1 + Math.abs(posterior))) {
                return better;
            }
            model = better;
            posterior = reached;
        }
        return model;
    }

    double probability(StockOutRisk risk) {
        return Math.min(Math.max(1 - Math.exp(logStay(risk)), LEAST), 1 - LEAST);
    }

    private double logStay(StockOutRisk risk) {
        return Math.log1p(-soldOut(risk))
                - Math.exp(parameters[3])
                - Math.exp(parameters[4]) * risk.cancelled()
                - Math.exp(parameters[5]) * risk.sudden();
    }

    private double soldOut(StockOutRisk risk) {
        double logOdds = parameters[0] + parameters[1] * risk.soldOutLogOdds() + parameters[2] * risk.unfilledLogOdds();
        return Math.min(1 / (1 + Math.exp(-logOdds)), 1 - LEAST);
    }

    /** Of the logarithm of staying in stock. */
    private double[] gradient(StockOutRisk risk) {
        double soldOut = soldOut(risk);
        return new double[] {
            -soldOut,
            -soldOut * risk.soldOutLogOdds(),
            -soldOut * risk.unfilledLogOdds(),
            -Math.exp(parameters[3]),
            -Math.exp(parameters[4]) * risk.cancelled(),
            -Math.exp(parameters[5]) * risk.sudden()
        };
    }

    private double logPosterior(List<Outcome> outcomes) {
        double sum = 0;
        for (Outcome outcome : outcomes) {
            double probability = probability(outcome.risk());
            sum += Math.log(outcome.ranOut() ? probability : 1 - probability);
        }
        for (int i = 0; i < PRIOR.length; i++) {
            double deviation = (parameters[i] - PRIOR[i]) / PRIOR_DEVIATIONS[i];
            sum -= deviation * deviation / 2;
        }
        return sum;
    }

    private double[] direction(List<Outcome> outcomes) {
        int size = PRIOR.length;
        double[][] information = new double[size][size];
        double[] score = new double[size];
        for (Outcome outcome : outcomes) {
            double probability = probability(outcome.risk());
            double[] gradient = gradient(outcome.risk());
            double odds = (1 - probability) / probability;
            for (int i = 0; i < size; i++) {
                score[i] += outcome.ranOut() ? -odds * gradient[i] : gradient[i];
                for (int j = 0; j < size; j++) {
                    information[i][j] += odds * gradient[i] * gradient[j];
                }
            }
        }
        for (int i = 0; i < size; i++) {
            double precision = 1 / (PRIOR_DEVIATIONS[i] * PRIOR_DEVIATIONS[i]);
            score[i] -= precision * (parameters[i] - PRIOR[i]);
            information[i][i] += precision;
        }
        return new LUDecomposition(new Array2DRowRealMatrix(information, false))
                .getSolver()
                .solve(new ArrayRealVector(score, false))
                .toArray();
    }

    private StockOutModel moved(double[] direction, double length) {
        double[] moved = parameters.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += length * direction[i];
        }
        return new StockOutModel(moved);
    }
}
