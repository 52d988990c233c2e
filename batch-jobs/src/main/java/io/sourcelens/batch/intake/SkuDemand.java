/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.intake;

import io.sourcelens.batch.stock.LostSales;
import org.jspecify.annotations.Nullable;

/**
 * How a sku was ordered in eight whole weeks, and what is known of it.
 *
 * @param orders of each week, the newest first
 * @param revenueMinor of the eight weeks
 * @param sellers known ones who sold it in the newest four weeks
 * @param contributionMedianMinor of its settled lines; null if not known
 * @param settledLines behind the median
 * @param lateDelivery forecast probability of its supplier's parcels; null without a forecast
 * @param outOfStockDays of the newest four weeks, in parts
 * @param lost to stock-outs in the newest four weeks; null if its stock is not known
 */
record SkuDemand(
        String skuId,
        @Nullable String categoryId,
        @Nullable String supplierId,
        long[] orders,
        long units,
        long previousUnits,
        long revenueMinor,
        long sellers,
        @Nullable Long contributionMedianMinor,
        long settledLines,
        @Nullable Double lateDelivery,
        double outOfStockDays,
        @Nullable LostSales lost) {
    static final int WEEKS = 8;

    /** Of the newest four weeks. */
    long newestOrders() {
        return orders(0, WEEKS / 2);
    }

    long allOrders() {
        return orders(0, WEEKS);
    }

    private long orders(int from, int until) {
        long sum = 0;
        for (int week = from; week < until; week++) {
            sum += orders[week];
        }
        return sum;
    }

    /** Mean sale price per unit. */
    long priceMinor() {
        return revenueMinor / (units + previousUnits);
    }
}
