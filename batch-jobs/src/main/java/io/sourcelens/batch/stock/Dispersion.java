/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.stock;

import java.util.List;

/**
 * How far the units of a week are from what was expected: variance {@code index × mean + drift × mean²}. The index says
 * that units come several at a time and days go together; the drift, that a sku's rate is known badly and moves on.
 *
 * <p>Both are fitted by moments to weeks that were foretold from the weeks before them, by least squares of squared
 * residual ÷ mean on mean (the auxiliary regression of Cameron and Trivedi, Regression-based tests for overdispersion in
 * the Poisson model, J. Econometrics 46 (1990), 347–364), weighted by the inverse of its variance. A category's index is
 * shrunk towards the marketplace's.
 *
 * @param index by category
 */
record Dispersion(double[] index, double drift) {
    private static final int REWEIGHTINGS = 5;
    private static final double LEAST_INDEX = 1;
    private static final double MOST_DRIFT = 2;
    /** A category's own index counts as much as the marketplace's from so many weeks of a sku on. */
    private static final double STRENGTH_WEEKS = 200;

    /** Units of a sku in a week, and how many were expected. */
    record Week(int category, double expected, int units) {
        double squaredError() {
            return (units - expected) * (units - expected);
        }

        /** Of squared error ÷ expected, up to the factor that the dispersion itself is. */
        double weight() {
            return expected / (1 + 2 * expected);
        }
    }

    /** What is taken without any week to learn from. */
    static Dispersion none(int categories) {
        double[] ones = new double[categories];
        java.util.Arrays.fill(ones, LEAST_INDEX);
        return new Dispersion(ones, 0);
    }

    static Dispersion fit(List<Week> weeks, int categories) {
        List<Week> expected = weeks.stream().filter(week -> week.expected() > 0).toList();
        if (expected.isEmpty()) {
            return none(categories);
        }
        double index = LEAST_INDEX;
        double drift = 0;
        for (int i = 0; i < REWEIGHTINGS; i++) {
            double[] line = line(expected, index, drift);
            drift = Math.min(Math.max(line[1], 0), MOST_DRIFT);
            index = Math.max(line[0], LEAST_INDEX);
        }
        return new Dispersion(byCategory(expected, categories, index, drift), drift);
    }

    /** Intercept and slope. */
    private static double[] line(List<Week> weeks, double index, double drift) {
        double sum = 0;
        double x = 0;
        double y = 0;
        double xx = 0;
        double xy = 0;
        for (Week week : weeks) {
            double spread = index + drift * week.expected();
            double weight = week.weight() / (spread * spread);
            double ratio = week.squaredError() / week.expected();
            sum += weight;
            x += weight * week.expected();
            y += weight * ratio;
            xx += weight * week.expected() * week.expected();
            xy += weight * week.expected() * ratio;
        }
        double determinant = sum * xx - x * x;
        if (determinant <= 1e-9 * sum * xx) {
            return new double[] {y / sum, 0};
        }
        double slope = (sum * xy - x * y) / determinant;
        return slope < 0 ? new double[] {y / sum, 0} : new double[] {(y - slope * x) / sum, slope};
    }

    private static double[] byCategory(List<Week> weeks, int categories, double index, double drift) {
        double[] weights = new double[categories];
        double[] sums = new double[categories];
        double[] number = new double[categories];
        for (Week week : weeks) {
            double weight = week.weight();
            weights[week.category()] += weight;
            sums[week.category()] += weight * (week.squaredError() / week.expected() - drift * week.expected());
            number[week.category()]++;
        }
        double[] shrunk = new double[categories];
        for (int category = 0; category < categories; category++) {
            double own = weights[category] == 0 ? index : sums[category] / weights[category];
            shrunk[category] = Math.max(
                    LEAST_INDEX,
                    (number[category] * own + STRENGTH_WEEKS * index) / (number[category] + STRENGTH_WEEKS));
        }
        return shrunk;
    }

    NegativeBinomial of(int category, double mean) {
        return new NegativeBinomial(mean, index[category] * mean + drift * mean * mean);
    }
}
