/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.ranking;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the orders of a sku say: how many more than usual are expected.
 *
 * @param byDay orders of each of the {@value OrderSignals#DAYS} days, the last day first; at least one
 * @param daysOnSale days since the first of them
 * @param soldOut share of each of these days, in the same order, during which nothing could be ordered; 0 where that is not known
 * @param isStockKnown whether it is known
 * @param range of the expected orders
 */
record Trend(
        String skuId,
        int[] byDay,
        int daysOnSale,
        double[] soldOut,
        boolean isStockKnown,
        Rise rise,
        Optional<OrderForecast.Range> range) {

    /** Orders of the last week. */
    int orders() {
        int sum = 0;
        for (int k = 0; k < 7; k++) {
            sum += byDay[k];
        }
        return sum;
    }

    /** Days of the last week, in parts, during which it was sold out; null if its stock is not known. */
    @Nullable
    Double soldOutDays() {
        if (!isStockKnown) {
            return null;
        }
        double sum = 0;
        for (int k = 0; k < 7; k++) {
            sum += soldOut[k];
        }
        return sum;
    }
}
