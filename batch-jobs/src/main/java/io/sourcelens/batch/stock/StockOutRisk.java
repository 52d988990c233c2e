/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.stock;

/**
 * What could leave a sku without stock in the days to come, before it is held against what has come so far.
 *
 * @param soldOut probability that as many units are ordered as are shown, if nothing is refilled
 * @param unfilled share of the weeks begun with little stock in which the sku did run out, shrunk towards its supplier's
 * @param cancelled lines expected to be cancelled for lack of stock although there seems to be some
 * @param sudden share of the weeks begun with plenty of stock in which the sku ran out all the same, shrunk
 */
record StockOutRisk(double soldOut, double unfilled, double cancelled, double sudden) {
    private static final double LEAST = 1e-4;

    StockOutRisk {
        soldOut = Math.min(Math.max(soldOut, LEAST), 1 - LEAST);
        unfilled = Math.min(Math.max(unfilled, LEAST), 1 - LEAST);
    }

    double soldOutLogOdds() {
        return Math.log(soldOut / (1 - soldOut));
    }

    double unfilledLogOdds() {
        return Math.log(unfilled / (1 - unfilled));
    }
}
