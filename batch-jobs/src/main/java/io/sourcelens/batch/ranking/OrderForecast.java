/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.ranking;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.util.ResizableDoubleArray;

/**
 * Foretells the orders of a sku's next week from its {@link OrderSignals}: a ridge regression (Hoerl and Kennard, 1970)
 * towards the mean of its slower rates, learnt from every earlier week of the same marketplace. An equal mean of forecasts is
 * hard to beat by weights learnt from little (Timmermann, "Forecast combinations", 2006), so learning starts there. It has no
 * constant: twice the orders foretell twice the orders. Its intervals are those of its own past errors.
 */
final class OrderForecast {
    /** Skus that sell less are learnt from, but how far they are missed by tells nothing of those that sell more. */
    static final double LEAST_ORDERS = 2;

    private static final int HORIZON_DAYS = 7;
    private static final int ORIGIN_STEP_DAYS = 3;
    /** Errors as old as this still tell how large the next ones are. */
    private static final int ERRORS_DAYS = 56;

    /** A prior of as much as one origin's skus: those of one week err together, so a thousand of them tell little more. */
    private static final double PRIOR_ORIGINS = 1;

    private final double[] weights;
    private final Optional<Errors> errors;

    private OrderForecast(double[] weights, Optional<Errors> errors) {
        this.weights = weights;
        this.errors = errors;
    }

    /** Quantiles of past errors, in units of {@code √(1 + expected)}. */
    private record Errors(double low, double high) {}

    /** A 90 % interval of the orders of a week. */
    record Range(double low, double high) {}

    /** Learns from the weeks that are over. */
    static OrderForecast fit(DailyOrders orders) {
        double[][] squares = new double[OrderSignals.COUNT][OrderSignals.COUNT];
        double[] products = new double[OrderSignals.COUNT];
        int origins = 0;
        for (int origin = orders.days() - HORIZON_DAYS; origin >= OrderSignals.DAYS; origin -= ORIGIN_STEP_DAYS) {
            add(orders, origin, squares, products);
            origins++;
        }
        addPrior(origins, squares, products);
        double[] weights = new CholeskyDecomposition(new Array2DRowRealMatrix(squares, false))
                .getSolver()
                .solve(new ArrayRealVector(products, false))
                .toArray();
        return new OrderForecast(weights, errors(orders, weights));
    }

    /** Each signal at its own scale, so that it does not matter how much a marketplace sells. */
    private static void addPrior(int origins, double[][] squares, double[] products) {
        double[] prior = prior();
        for (int i = 0; i < prior.length; i++) {
            double strength = squares[i][i] > 0 ? PRIOR_ORIGINS * squares[i][i] / origins : 1;
            squares[i][i] += strength;
            products[i] += strength * prior[i];
        }
    }

    private static double[] prior() {
        double[] prior = new double[OrderSignals.COUNT];
        int from = OrderSignals.WEEKS + 1;
        Arrays.fill(prior, from, prior.length, 1.0 / (prior.length - from));
        return prior;
    }

    private static void add(DailyOrders orders, int origin, double[][] squares, double[] products) {
        OrderSignals signals = new OrderSignals(orders, origin);
        for (int sku = 0; sku < orders.skus().size(); sku++) {
            double[] known = signals.of(sku);
            double meanWeek = OrderSignals.meanWeek(known);
            if (meanWeek == 0) {
                continue;
            }
            // The variance of a count grows with its mean.
            double weight = 1 / (1 + meanWeek);
            double outcome = orders.ordered(sku, origin, origin + HORIZON_DAYS);
            for (int i = 0; i < known.length; i++) {
                products[i] += weight * known[i] * outcome;
                for (int j = 0; j < known.length; j++) {
                    squares[i][j] += weight * known[i] * known[j];
                }
            }
        }
    }

    private static boolean sells(double[] signals) {
        return Math.max(OrderSignals.lastWeek(signals), OrderSignals.meanWeek(signals)) >= LEAST_ORDERS;
    }

    private static Optional<Errors> errors(DailyOrders orders, double[] weights) {
        ResizableDoubleArray errors = new ResizableDoubleArray();
        int newest = orders.days() - HORIZON_DAYS;
        for (int origin = newest;
                origin >= Math.max(OrderSignals.DAYS, newest - ERRORS_DAYS);
                origin -= ORIGIN_STEP_DAYS) {
            OrderSignals signals = new OrderSignals(orders, origin);
            for (int sku = 0; sku < orders.skus().size(); sku++) {
                double[] known = signals.of(sku);
                if (sells(known)) {
                    double expected = expected(weights, known);
                    errors.addElement(
                            (orders.ordered(sku, origin, origin + HORIZON_DAYS) - expected) / Math.sqrt(1 + expected));
                }
            }
        }
        if (errors.getNumElements() < 100) {
            return Optional.empty();
        }
        Percentile percentile = new Percentile();
        percentile.setData(errors.getElements());
        return Optional.of(new Errors(percentile.evaluate(5), percentile.evaluate(95)));
    }

    /** Orders expected in the week after the signals. */
    double expected(double[] signals) {
        return expected(weights, signals);
    }

    private static double expected(double[] weights, double[] signals) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * signals[i];
        }
        return Math.max(0, sum);
    }

    /** Where nine of ten outcomes lie; empty without enough past errors. */
    Optional<Range> range(double expected) {
        return errors.map(past -> new Range(
                Math.max(0, expected + past.low() * Math.sqrt(1 + expected)),
                expected + past.high() * Math.sqrt(1 + expected)));
    }
}
