/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.plan;

import io.sourcelens.ingestion.marketplace.LineStatus;
import io.sourcelens.ingestion.marketplace.Order;
import io.sourcelens.ingestion.marketplace.OrderLine;
import io.sourcelens.ingestion.marketplace.OrderMode;
import io.sourcelens.ingestion.marketplace.OrderStatus;
import io.sourcelens.ingestion.marketplace.Parcel;
import io.sourcelens.ingestion.marketplace.Payment;
import io.sourcelens.ingestion.marketplace.Table;
import io.sourcelens.ingestion.simulator.world.Carrier;
import io.sourcelens.ingestion.simulator.world.Demand;
import io.sourcelens.ingestion.simulator.world.Lane;
import io.sourcelens.ingestion.simulator.world.Randomness;
import io.sourcelens.ingestion.simulator.world.SkuProfile;
import io.sourcelens.ingestion.simulator.world.SupplierProfile;
import io.sourcelens.ingestion.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plans whole orders: what is bought, what it costs, and what will happen to it. */
public final class OrderPlanner {
    private static final double USUAL_CARRIER = 0.8;

    private final World world;
    private final ShownStock stock;
    private final Ids ids;
    private final Baskets baskets;
    private final Pricing pricing;
    private final Shipments shipments;
    private final Cancellations cancellations;
    private final AfterSales afterSales;

    public OrderPlanner(World world, ListingIndex listings, ShownStock stock, Ids ids) {
        this.world = world;
        this.stock = stock;
        this.ids = ids;
        baskets = new Baskets(listings);
        pricing = new Pricing(world);
        shipments = new Shipments(world);
        cancellations = new Cancellations(world);
        afterSales = new AfterSales(world);
    }

    /** An order of a usual size. */
    public OrderPlan plan(Instant at, Demand demand, Randomness randomness) {
        return plan(at, Baskets.size(randomness), demand, randomness);
    }

    /** @param size wanted lines; an order may get fewer, never more */
    public OrderPlan plan(Instant at, int size, Demand demand, Randomness randomness) {
        Basket basket = baskets.fill(at, size, demand, randomness);
        long orderId = ids.next(Table.ORDER);
        Order order = new Order(
                orderId,
                basket.sellerId(),
                Buyers.of(basket.sellerId(), orderId),
                basket.mode(),
                OrderStatus.PLACED,
                world.places().shipToProvince(randomness),
                at);
        Map<Long, Parcel> parcels = parcels(order, basket, randomness);
        List<OrderLine> lines = lines(order, basket, parcels, randomness);
        Payment payment = Pricing.payment(ids.next(Table.PAYMENT), order.orderId(), lines, at);
        List<Event> events = new ArrayList<>();
        for (Parcel parcel : parcels.values()) {
            List<OrderLine> packed = lines.stream()
                    .filter(line -> line.parcelId() == parcel.parcelId())
                    .toList();
            events.addAll(future(parcel, packed, randomness));
        }
        return new OrderPlan(order, lines, payment, List.copyOf(parcels.values()), events);
    }

    /** One parcel per supplier. */
    private Map<Long, Parcel> parcels(Order order, Basket basket, Randomness randomness) {
        Map<Long, Parcel> parcels = new LinkedHashMap<>();
        for (Basket.Item item : basket.items()) {
            SupplierProfile supplier = world.sku(item.listing().skuId()).supplier();
            parcels.computeIfAbsent(supplier.id(), id -> parcel(order, supplier, randomness));
        }
        return parcels;
    }

    private Parcel parcel(Order order, SupplierProfile supplier, Randomness randomness) {
        Lane lane = lane(supplier, order);
        Carrier carrier = randomness.chance(USUAL_CARRIER)
                ? world.carriers().get(supplier.carrier())
                : randomness.pick(world.carriers());
        int promiseHours = supplier.promiseHours() + (order.mode() == OrderMode.WHOLESALE ? 24 : 0);
        Instant promisedDispatchAt = order.orderedAt().plus(Duration.ofHours(promiseHours));
        return new Parcel(
                ids.next(Table.PARCEL),
                order.orderId(),
                supplier.id(),
                carrier.name(),
                lane.from(),
                lane.to(),
                order.orderedAt(),
                promisedDispatchAt,
                promisedDispatchAt.plus(Duration.ofDays(lane.promisedTransitDays())),
                null,
                null,
                null);
    }

    private List<OrderLine> lines(Order order, Basket basket, Map<Long, Parcel> parcels, Randomness randomness) {
        List<OrderLine> lines = new ArrayList<>();
        Map<Long, Long> packedGrams = new LinkedHashMap<>();
        for (Basket.Item item : basket.items()) {
            SkuProfile sku = world.sku(item.listing().skuId());
            Parcel parcel = parcels.get(sku.supplier().id());
            Pricing.Money money = pricing.of(
                    item,
                    order.mode(),
                    sku,
                    lane(sku.supplier(), order),
                    packedGrams.getOrDefault(parcel.parcelId(), 0L),
                    order.orderedAt(),
                    randomness);
            packedGrams.merge(
                    parcel.parcelId(), (long) item.quantity() * sku.sku().weightGrams(), Long::sum);
            lines.add(line(order, lines.size() + 1, item, sku, parcel, money));
        }
        return lines;
    }

    private OrderLine line(
            Order order, int lineNumber, Basket.Item item, SkuProfile sku, Parcel parcel, Pricing.Money money) {
        return new OrderLine(
                ids.next(Table.ORDER_LINE),
                order.orderId(),
                lineNumber,
                order.sellerId(),
                order.buyerId(),
                sku.id(),
                sku.supplier().id(),
                parcel.parcelId(),
                order.mode(),
                item.quantity(),
                money.salePriceMinor(),
                money.supplyPriceMinor(),
                money.freightMinor(),
                money.platformFeeMinor(),
                money.promotionMinor(),
                stock.shown(sku, order.orderedAt()),
                LineStatus.ACTIVE,
                null,
                null,
                order.orderedAt());
    }

    private List<Event> future(Parcel parcel, List<OrderLine> lines, Randomness randomness) {
        SupplierProfile supplier = world.sku(lines.get(0).skuId()).supplier();
        Carrier carrier = world.carriers().stream()
                .filter(candidate -> candidate.name().equals(parcel.carrier()))
                .findFirst()
                .orElseThrow();
        Lane lane = world.places().lane(parcel.shipFromProvince(), parcel.shipToProvince());
        Shipment shipment = shipments.plan(parcel, supplier, carrier, lane, randomness);
        List<Event> events = new ArrayList<>();
        Set<Long> cancelled = new HashSet<>();
        for (OrderLine line : lines) {
            Optional<Event.LineCancelled> cancel = cancellations.plan(line, supplier, shipment.leavesAt(), randomness);
            cancel.ifPresent(event -> cancelled.add(event.orderLineId()));
            cancel.ifPresent(events::add);
        }
        if (cancelled.size() == lines.size()) {
            return events;
        }
        events.addAll(shipment.events());
        lines.stream()
                .filter(line -> !cancelled.contains(line.orderLineId()))
                .forEach(line -> afterSales
                        .plan(line, world.sku(line.skuId()), parcel, shipment.deliveredAt(), lane, randomness)
                        .ifPresent(events::add));
        return events;
    }

    private Lane lane(SupplierProfile supplier, Order order) {
        return world.places().lane(supplier.supplier().shipFromProvince(), order.shipToProvince());
    }
}
