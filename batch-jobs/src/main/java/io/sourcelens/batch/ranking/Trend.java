/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.ranking;

import java.util.Optional;

/**
 * What the orders of a sku say: how many more than usual are expected.
 *
 * @param byDay orders of each of the {@value OrderSignals#DAYS} days, the last day first; at least one
 * @param daysOnSale days since the first of them
 * @param range of the expected orders
 */
record Trend(String skuId, int[] byDay, int daysOnSale, Rise rise, Optional<OrderForecast.Range> range) {

    /** Orders of the last week. */
    int orders() {
        int sum = 0;
        for (int k = 0; k < 7; k++) {
            sum += byDay[k];
        }
        return sum;
    }
}
