/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.stock;

/**
 * Units per day with stock, of each sku, from the last {@value #DAYS} days before a day. A gamma prior for the rates of a
 * category keeps a sku with few orders near its category: mean from the category (itself pulled to the marketplace), shape
 * by moments of how far skus are apart beyond chance (R. E. Kass and D. Steffey, JASA 84 (1989), 717–726, section 3).
 * Every weekday is as often in the four weeks as in the week that is foretold, so weekdays need no factor.
 *
 * @param perDay by sku, in the order of the history
 * @param relativeVariance of the posterior of the rate: its variance ÷ its mean squared
 */
record DemandRates(double[] perDay, double[] relativeVariance) {
    static final int DAYS = 28;

    private static final double LEAST_SHAPE = 0.05;
    private static final double MOST_SHAPE = 50;
    /** The marketplace's rate counts as so many units of each category. */
    private static final double STRENGTH_UNITS = 10;

    static DemandRates of(StockHistory history, int[] categories, Dispersion dispersion, int day) {
        int skus = history.skus().size();
        double[] units = new double[skus];
        double[] days = new double[skus];
        for (int sku = 0; sku < skus; sku++) {
            units[sku] = history.skus().get(sku).units(day - DAYS, day);
            days[sku] = history.skus().get(sku).availableDays(day - DAYS, day);
        }
        double[] means = means(units, days, categories, dispersion.index().length);
        double shape = shape(units, days, means, categories, dispersion);
        double[] rates = new double[skus];
        double[] variances = new double[skus];
        for (int sku = 0; sku < skus; sku++) {
            double index = dispersion.index()[categories[sku]];
            double mean = means[categories[sku]];
            rates[sku] = mean == 0 ? 0 : (units[sku] / index + shape) / (days[sku] / index + shape / mean);
            variances[sku] = 1 / (units[sku] / index + shape);
        }
        return new DemandRates(rates, variances);
    }

    private static double[] means(double[] units, double[] days, int[] categories, int number) {
        double allUnits = 0;
        double allDays = 0;
        double[] unitsOf = new double[number];
        double[] daysOf = new double[number];
        for (int sku = 0; sku < units.length; sku++) {
            allUnits += units[sku];
            allDays += days[sku];
            unitsOf[categories[sku]] += units[sku];
            daysOf[categories[sku]] += days[sku];
        }
        double[] means = new double[number];
        for (int category = 0; category < number && allUnits > 0; category++) {
            means[category] = (unitsOf[category] + STRENGTH_UNITS)
                    / (daysOf[category] + STRENGTH_UNITS * Math.max(allDays, 1) / allUnits);
        }
        return means;
    }

    private static double shape(
            double[] units, double[] days, double[] means, int[] categories, Dispersion dispersion) {
        double beyondChance = 0;
        double squares = 0;
        for (int sku = 0; sku < units.length; sku++) {
            double expected = means[categories[sku]] * days[sku];
            double error = units[sku] - expected;
            beyondChance += error * error - dispersion.index()[categories[sku]] * expected;
            squares += expected * expected;
        }
        double relativeVariance = squares == 0 ? 0 : beyondChance / squares;
        return relativeVariance <= 1 / MOST_SHAPE ? MOST_SHAPE : Math.max(LEAST_SHAPE, 1 / relativeVariance);
    }
}
