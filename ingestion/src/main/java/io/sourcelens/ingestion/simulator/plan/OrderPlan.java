/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.plan;

import io.sourcelens.ingestion.marketplace.Order;
import io.sourcelens.ingestion.marketplace.OrderLine;
import io.sourcelens.ingestion.marketplace.Parcel;
import io.sourcelens.ingestion.marketplace.Payment;
import java.util.Comparator;
import java.util.List;

/**
 * An order as it is placed, and everything that will happen to it.
 *
 * @param events in order of time
 */
public record OrderPlan(Order order, List<OrderLine> lines, Payment payment, List<Parcel> parcels, List<Event> events) {
    public OrderPlan {
        lines = List.copyOf(lines);
        parcels = List.copyOf(parcels);
        events = events.stream().sorted(Comparator.comparing(Event::at)).toList();
    }
}
