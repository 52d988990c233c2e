/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.stock;

/**
 * A sku with stock on some day, and what the days from it on brought.
 *
 * @param isShort whether it shows less than the units of the seven days before
 * @param ranOutBefore whether it ran out in the seven days before
 * @param ranOut whether it ran out in the days that are foretold
 * @param wanted whether it was to be had all the time, so that its units say how much it was wanted
 * @param withinInterval whether the units ordered lie in the 90 % interval of what was expected
 */
public record StockCase(
        String skuId,
        int units,
        StockOutRisk risk,
        boolean isShort,
        boolean ranOutBefore,
        boolean ranOut,
        boolean wanted,
        boolean withinInterval) {
    private static final int WEEK = 7;
    private static final double TAIL = 0.05;
    private static final double WHOLE = 1 - 1e-9;

    static StockCase of(SkuStock stock, Risks risks, int sku, int origin, int horizonDays) {
        int units = stock.closing(origin - 1);
        int until = origin + horizonDays;
        int ordered = stock.units(origin, until);
        NegativeBinomial demand = risks.demand(sku);
        return new StockCase(
                stock.skuId(),
                units,
                risks.of(sku, units),
                units < stock.units(origin - WEEK, origin),
                stock.ranOut(origin - WEEK, origin),
                stock.ranOut(origin, until),
                stock.availableDays(origin, until) >= WHOLE * horizonDays,
                demand.atLeast(ordered) >= TAIL && 1 - demand.atLeast(ordered + 1) >= TAIL);
    }
}
