/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.stock;

/** What could leave each sku without stock in the days from one day on, as known at its first instant. */
final class Risks {
    /** A supplier's cancellations are seen as if it had had so many more lines like everybody's. */
    private static final double STRENGTH_LINES = 20;

    private static final int WEEK = 7;

    private final int[] categories;
    private final Dispersion dispersion;
    private final int horizonDays;
    private final DemandRates rates;
    private final double[] cancelled;
    private final PastWeeks past;

    Risks(StockHistory history, Dispersion dispersion, int day, int horizonDays) {
        this.categories = history.categories();
        this.dispersion = dispersion;
        this.horizonDays = horizonDays;
        this.rates = DemandRates.of(history, categories, dispersion, day);
        this.cancelled = cancelledPerUnit(history, day);
        this.past = PastWeeks.of(history, rates.perDay(), day);
    }

    private static double[] cancelledPerUnit(StockHistory history, int day) {
        int[] suppliers = history.suppliers();
        int from = day - DemandRates.DAYS;
        double[] lines = new double[suppliers.length];
        double[] noStock = new double[suppliers.length];
        double allLines = 0;
        double allUnits = 0;
        double allNoStock = 0;
        for (int sku = 0; sku < suppliers.length; sku++) {
            SkuStock stock = history.skus().get(sku);
            lines[suppliers[sku]] += stock.lines(from, day);
            noStock[suppliers[sku]] += stock.noStockLines(from, day);
            allLines += stock.lines(from, day);
            allUnits += stock.units(from, day);
            allNoStock += stock.noStockLines(from, day);
        }
        double[] perUnit = new double[suppliers.length];
        for (int sku = 0; sku < suppliers.length && allUnits > 0; sku++) {
            double rate = (noStock[suppliers[sku]] + STRENGTH_LINES * allNoStock / allLines)
                    / (lines[suppliers[sku]] + STRENGTH_LINES);
            perUnit[sku] = rate * allLines / allUnits;
        }
        return perUnit;
    }

    /** Units per day with stock. */
    double perDay(int sku) {
        return rates.perDay()[sku];
    }

    /** Units that will be ordered, if there is stock. */
    NegativeBinomial demand(int sku) {
        return dispersion.of(categories[sku], perDay(sku) * horizonDays);
    }

    /** Of a sku that shows so many units. */
    StockOutRisk of(int sku, int units) {
        double weeks = (double) horizonDays / WEEK;
        return new StockOutRisk(
                demand(sku).atLeast(units),
                past.unfilled()[sku],
                cancelled[sku] * perDay(sku) * horizonDays,
                past.sudden()[sku] * weeks);
    }

    /** How long so many units of a sku last; of a sku that is wanted at all. */
    Cover cover(int sku, int units) {
        return Cover.of(units, perDay(sku), dispersion.index()[categories[sku]], dispersion.drift());
    }

    /** Units that would have been ordered on days before, had there been stock. */
    NegativeBinomial missed(int sku, double days, int orderedAllTheSame) {
        double mean = Math.max(0, perDay(sku) * days - orderedAllTheSame);
        double relative = rates.relativeVariance()[sku];
        return new NegativeBinomial(mean, dispersion.index()[categories[sku]] * mean + relative * mean * mean);
    }
}
