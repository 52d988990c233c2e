/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.intake;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Who supplied the newest orders of some skus, and how punctual they are expected to be.
 *
 * @param concentration Herfindahl–Hirschman index: the sum of the squared shares of orders of known suppliers (A. O.
 *     Hirschman, The paternity of an index, American Economic Review 54 (1964), 761–762); empty without one
 * @param orders whose supplier is known
 * @param lateDelivery mean over orders whose supplier has a forecast
 * @param forecastShare of all orders
 */
record Supply(
        int suppliers, long orders, OptionalDouble concentration, OptionalDouble lateDelivery, double forecastShare) {
    static Supply of(List<SkuDemand> skus) {
        Map<String, Long> orders = skus.stream()
                .filter(sku -> sku.supplierId() != null && sku.newestOrders() > 0)
                .collect(groupingBy(SkuDemand::supplierId, TreeMap::new, summingLong(SkuDemand::newestOrders)));
        double known = orders.values().stream().mapToLong(count -> count).sum();
        double squares = orders.values().stream()
                .mapToDouble(count -> (double) count * count)
                .sum();
        double late = 0;
        double forecast = 0;
        double all = 0;
        for (SkuDemand sku : skus) {
            all += sku.newestOrders();
            if (sku.lateDelivery() != null) {
                forecast += sku.newestOrders();
                late += sku.newestOrders() * sku.lateDelivery();
            }
        }
        return new Supply(
                orders.size(),
                (long) known,
                known == 0 ? OptionalDouble.empty() : OptionalDouble.of(squares / (known * known)),
                forecast == 0 ? OptionalDouble.empty() : OptionalDouble.of(late / forecast),
                all == 0 ? 0 : forecast / all);
    }
}
