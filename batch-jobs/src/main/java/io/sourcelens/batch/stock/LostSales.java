/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.stock;

import java.util.Collection;

/**
 * Units that a stock-out kept from being sold: what would have been ordered while nothing was shown, which is estimated, and
 * what was ordered and cancelled for lack of stock, which is counted.
 *
 * @param missed expected units of the first kind
 * @param variance of these
 * @param cancelled units of the second kind
 */
public record LostSales(double missed, double variance, long cancelled) {
    private static final LostSales NONE = new LostSales(0, 0, 0);
    private static final double TAIL = 0.05;

    /** Of the days from one until another; they are those that the rates are known from. */
    static LostSales of(SkuStock stock, Risks risks, int sku, int from, int until) {
        NegativeBinomial missed =
                risks.missed(sku, stock.missingDays(from, until), stock.unitsWithoutStock(from, until));
        return new LostSales(missed.mean(), missed.variance(), stock.noStockUnits(from, until));
    }

    /** Of several skus, whose rates are wrong independently of each other. */
    public static LostSales sum(Collection<LostSales> some) {
        LostSales sum = NONE;
        for (LostSales one : some) {
            sum = new LostSales(sum.missed + one.missed, sum.variance + one.variance, sum.cancelled + one.cancelled);
        }
        return sum;
    }

    /** What was probably lost. */
    public double units() {
        return missed + cancelled;
    }

    /** Lower end of the 90 % credible interval, by a negative binomial distribution of this mean and variance. */
    public double low() {
        return Math.min(units(), cancelled + new NegativeBinomial(missed, variance).quantile(TAIL));
    }

    /** Upper end; where hardly anything is expected, most likely nothing was lost at all, so it is no less than the estimate. */
    public double high() {
        return Math.max(units(), cancelled + new NegativeBinomial(missed, variance).quantile(1 - TAIL));
    }
}
