/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.ranking;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What is expected of the skus of a marketplace. */
final class Trends {
    /** Fewer orders in the last week are no evidence of a trend. */
    private static final int LEAST_ORDERS = 3;

    private final DailyOrders orders;
    private final OrderForecast forecast;
    private final OrderSignals signals;
    private final List<Trend> supported;

    private Trends(DailyOrders orders) {
        this.orders = orders;
        this.forecast = OrderForecast.fit(orders);
        this.signals = new OrderSignals(orders, orders.days());
        this.supported = IntStream.range(0, orders.skus().size())
                .mapToObj(this::trend)
                .filter(trend -> trend.orders() >= LEAST_ORDERS)
                .toList();
    }

    /** None without eight weeks behind it. */
    static Optional<Trends> of(DailyOrders orders) {
        return orders.days() < OrderSignals.DAYS ? Optional.empty() : Optional.of(new Trends(orders));
    }

    /** Skus with enough orders to be listed. */
    List<Trend> supported() {
        return supported;
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
        double[] known = signals.of(sku);
        int ordered = (int) OrderSignals.lastWeek(known);
        Rise rise = Rise.of(known, forecast);
        return new Trend(
                orders.skus().get(sku),
                ordered,
                rise,
                forecast.range(rise.expectedOrders()),
                Trend.Stage.of(signals.daysOnSale(sku), ordered, rise));
    }
}
