/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.plan;

import io.sourcelens.ingestion.marketplace.Listing;
import io.sourcelens.ingestion.marketplace.OrderMode;
import io.sourcelens.ingestion.simulator.world.Demand;
import io.sourcelens.ingestion.simulator.world.Randomness;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Fills baskets: a sku by demand, a seller by size among those who list it, then more of the same seller. */
final class Baskets {
    private static final double SAME_SUPPLIER = 0.75;

    private final ListingIndex listings;

    Baskets(ListingIndex listings) {
        this.listings = listings;
    }

    /** How many lines an order wants; mostly one. */
    static int size(Randomness randomness) {
        double draw = randomness.nextDouble();
        if (draw < 0.68) {
            return 1;
        }
        return draw < 0.88 ? 2 : draw < 0.96 ? 3 : randomness.wholeBetween(4, 6);
    }

    Basket fill(Instant at, int lines, Demand demand, Randomness randomness) {
        Listing first = first(at, demand, randomness);
        OrderMode mode = mode(randomness);
        List<Basket.Item> items = new ArrayList<>();
        Set<Long> taken = new HashSet<>();
        items.add(new Basket.Item(first, quantity(mode, randomness)));
        taken.add(first.skuId());
        for (int i = 1; i < lines; i++) {
            boolean sameSupplier = randomness.chance(SAME_SUPPLIER);
            Optional<Listing> more = listings.beside(first, sameSupplier, demand, at, randomness);
            if (more.isPresent() && taken.add(more.get().skuId())) {
                items.add(new Basket.Item(more.get(), quantity(mode, randomness)));
            }
        }
        return new Basket(first.sellerId(), mode, items);
    }

    private Listing first(Instant at, Demand demand, Randomness randomness) {
        for (int tries = 0; tries < 10_000; tries++) {
            Optional<Listing> listing = listings.ofSku(demand.draw(randomness), at, randomness);
            if (listing.isPresent()) {
                return listing.get();
            }
        }
        throw new IllegalStateException(
                "Cannot place an order at %s: no sku in demand is listed then; ask for more sellers".formatted(at));
    }

    private static OrderMode mode(Randomness randomness) {
        double draw = randomness.nextDouble();
        if (draw < 0.85) {
            return OrderMode.DROPSHIP;
        }
        return draw < 0.96 ? OrderMode.WHOLESALE : OrderMode.SAMPLE;
    }

    private static int quantity(OrderMode mode, Randomness randomness) {
        return switch (mode) {
            case DROPSHIP -> randomness.chance(0.85) ? 1 : randomness.wholeBetween(2, 3);
            case WHOLESALE -> randomness.wholeBetween(5, 30);
            case SAMPLE -> 1;
        };
    }
}
