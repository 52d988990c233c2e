/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.stock;

/**
 * What could leave a sku without stock in the days to come, before it is held against what has come so far.
 *
 * @param soldOut probability that as many units are ordered as are shown, if nothing is refilled
 * @param cancelled lines expected to be cancelled for lack of stock although there seems to be some
 * @param before share of the sku's last weeks in which it ran out, shrunk towards that of all
 */
record StockOutRisk(double soldOut, double cancelled, double before) {
    private static final double LEAST = 1e-4;

    StockOutRisk {
        soldOut = Math.min(Math.max(soldOut, LEAST), 1 - LEAST);
    }

    double soldOutLogOdds() {
        return Math.log(soldOut / (1 - soldOut));
    }
}
