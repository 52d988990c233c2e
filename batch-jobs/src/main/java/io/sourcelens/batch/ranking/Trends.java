/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.ranking;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What is expected of the skus of a marketplace. */
final class Trends {
    private final DailyOrders orders;
    private final OrderForecast forecast;
    private final OrderSignals signals;
    private final Function<String, double @Nullable []> soldOut;
    private final List<Trend> all;

    private Trends(DailyOrders orders, Function<String, double @Nullable []> soldOut) {
        this.orders = orders;
        this.soldOut = soldOut;
        this.forecast = OrderForecast.fit(orders);
        this.signals = new OrderSignals(orders, orders.days());
        this.all = IntStream.range(0, orders.skus().size())
                .filter(sku -> orders.ordered(sku, orders.days() - OrderSignals.DAYS, orders.days()) > 0)
                .mapToObj(this::trend)
                .toList();
    }

    /**
     * None without eight weeks behind it.
     *
     * @param soldOut see {@link io.sourcelens.batch.stock.Shortages#of}
     */
    static Optional<Trends> of(DailyOrders orders, Function<String, double @Nullable []> soldOut) {
        return orders.days() < OrderSignals.DAYS ? Optional.empty() : Optional.of(new Trends(orders, soldOut));
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
        return Rise.of(signals.of(sku, without, trend.soldOut()), forecast);
    }

    private Trend trend(int sku) {
        double[] known = soldOut.apply(orders.skus().get(sku));
        double[] shares = known == null || known.length == 0 ? OrderSignals.NOTHING : known;
        Rise rise = Rise.of(signals.of(sku, OrderSignals.NOTHING, shares), forecast);
        return new Trend(
                orders.skus().get(sku),
                orders.lastDays(sku, OrderSignals.DAYS),
                signals.daysOnSale(sku),
                shares,
                known != null,
                rise,
                forecast.range(rise.expectedOrders()));
    }
}
