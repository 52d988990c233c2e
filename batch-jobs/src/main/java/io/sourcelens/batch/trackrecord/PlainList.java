/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Lists that anyone could make in an afternoon: what ours has to be better than. Only what scores above 0 is listed. */
enum PlainList {
    LAST_7_DAYS_UNITS(SkuSales::unitsLastWeek),
    LAST_7_DAYS_ORDERS(SkuSales::ordersLastWeek),
    /** Orders of the last week over those of the week before, of skus with {@value #LEAST_ORDERS} orders or more then. */
    WEEK_OVER_WEEK_GROWTH(sku -> sku.ordersWeekBefore() < PlainList.LEAST_ORDERS
            ? 0
            : (double) sku.ordersLastWeek() / sku.ordersWeekBefore()),
    /** Orders of the last week less the mean week of the last eight. */
    LAST_WEEK_LESS_MEAN_WEEK(sku -> sku.ordersLastWeek() - sku.meanWeeklyOrders()),
    /**
     * The rank of Hacker News with an order for a vote: votes ÷ (age in hours + 2)^1.8 (Salihefendic, "How Hacker News
     * ranking algorithm works", 2010), summed over the orders because a sku has no one birth.
     */
    HACKER_NEWS_DECAY(SkuSales::decayedOrders);

    static final int LEAST_ORDERS = 5;

    private final ToDoubleFunction<SkuSales> score;

    PlainList(ToDoubleFunction<SkuSales> score) {
        this.score = score;
    }

    String method() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The first skus by score; ties go to the smaller sku_id. */
    List<String> skus(List<SkuSales> sales, int length) {
        return sales.stream()
                .filter(sku -> score.applyAsDouble(sku) > 0)
                .sorted(Comparator.comparingDouble(score).reversed().thenComparing(SkuSales::skuId))
                .limit(length)
                .map(SkuSales::skuId)
                .toList();
    }
}
