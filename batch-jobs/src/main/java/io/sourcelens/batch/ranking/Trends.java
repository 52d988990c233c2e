/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.ranking;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What is expected of the skus of a marketplace. */
final class Trends {
    private final DailyOrders orders;
    private final OrderForecast forecast;
    private final OrderSignals signals;
    private final List<Trend> all;

    private Trends(DailyOrders orders) {
        this.orders = orders;
        this.forecast = OrderForecast.fit(orders);
        this.signals = new OrderSignals(orders, orders.days());
        this.all = IntStream.range(0, orders.skus().size())
                .filter(sku -> orders.ordered(sku, orders.days() - OrderSignals.DAYS, orders.days()) > 0)
                .mapToObj(this::trend)
                .toList();
    }

    /** None without eight weeks behind it. */
    static Optional<Trends> of(DailyOrders orders) {
        return orders.days() < OrderSignals.DAYS ? Optional.empty() : Optional.of(new Trends(orders));
    }

    DailyOrders orders() {
        return orders;
    }

    /** Of every sku that was ordered in the eight weeks. */
    List<Trend> all() {
        return all;
    }

    /**
     * The same sku's rise without a part of its orders.
     *
     * @param without orders of each of the {@value OrderSignals#DAYS} days, the last day first
     */
    Rise without(Trend trend, double[] without) {
        int sku = Collections.binarySearch(orders.skus(), trend.skuId());
        return Rise.of(signals.of(sku, without), forecast);
    }

    private Trend trend(int sku) {
        Rise rise = Rise.of(signals.of(sku), forecast);
        return new Trend(
                orders.skus().get(sku),
                orders.lastDays(sku, OrderSignals.DAYS),
                signals.daysOnSale(sku),
                rise,
                forecast.range(rise.expectedOrders()));
    }
}
