/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.plan;

import io.sourcelens.ingestion.marketplace.Listing;
import io.sourcelens.ingestion.simulator.world.Demand;
import io.sourcelens.ingestion.simulator.world.Randomness;
import io.sourcelens.ingestion.simulator.world.SkuProfile;
import io.sourcelens.ingestion.simulator.world.WeightedChoice;
import io.sourcelens.ingestion.simulator.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Who lists what, to draw sellers of a sku and other skus of a seller. */
public final class ListingIndex {
    private static final int TRIES = 6;

    private final World world;
    private final Map<Long, List<Listing>> bySku = new HashMap<>();
    private final Map<Long, List<Listing>> bySeller = new HashMap<>();
    private final Map<Long, WeightedChoice> sellersOfSku = new HashMap<>();

    public ListingIndex(World world, List<Listing> listings) {
        this.world = world;
        listings.forEach(this::add);
    }

    private void add(Listing listing) {
        bySku.computeIfAbsent(listing.skuId(), id -> new ArrayList<>()).add(listing);
        bySeller.computeIfAbsent(listing.sellerId(), id -> new ArrayList<>()).add(listing);
        sellersOfSku.remove(listing.skuId());
    }

    /** Takes a new or changed listing in place of the one with the same key. */
    public void put(Listing listing) {
        remove(listing);
        add(listing);
    }

    public void remove(Listing listing) {
        bySku.getOrDefault(listing.skuId(), new ArrayList<>())
                .removeIf(other -> other.listingId() == listing.listingId());
        bySeller.getOrDefault(listing.sellerId(), new ArrayList<>())
                .removeIf(other -> other.listingId() == listing.listingId());
        sellersOfSku.remove(listing.skuId());
    }

    /** Any listing of a random seller, active or not. */
    public Optional<Listing> any(Randomness randomness) {
        List<Listing> listings =
                bySeller.getOrDefault(randomness.pick(world.sellers()).id(), List.of());
        return listings.isEmpty() ? Optional.empty() : Optional.of(randomness.pick(listings));
    }

    public boolean isListed(long sellerId, long skuId) {
        return bySku.getOrDefault(skuId, List.of()).stream().anyMatch(listing -> listing.sellerId() == sellerId);
    }

    /** A listing of the sku that was active then, larger sellers more often; empty if none was found. */
    Optional<Listing> ofSku(SkuProfile sku, Instant at, Randomness randomness) {
        List<Listing> listings = bySku.getOrDefault(sku.id(), List.of());
        if (listings.isEmpty()) {
            return Optional.empty();
        }
        WeightedChoice choice = sellersOfSku.computeIfAbsent(
                sku.id(),
                id -> new WeightedChoice(listings.stream()
                        .mapToDouble(listing -> world.seller(listing.sellerId()).weight())
                        .toArray()));
        return Stream.generate(() -> listings.get(choice.draw(randomness)))
                .limit(TRIES)
                .filter(listing -> isActive(listing, at))
                .findFirst();
    }

    /** Another active listing of the same seller, what is in demand more often; empty if none was found. */
    Optional<Listing> beside(Listing listing, boolean sameSupplier, Demand demand, Instant at, Randomness randomness) {
        List<Listing> shop = bySeller.get(listing.sellerId());
        List<Listing> candidates = Stream.generate(() -> randomness.pick(shop))
                .limit(sameSupplier ? 3 * TRIES : TRIES)
                .filter(other -> other.skuId() != listing.skuId() && isActive(other, at))
                .filter(other -> !sameSupplier || supplierOf(other) == supplierOf(listing))
                .filter(other -> demand.weight(world.sku(other.skuId())) > 0)
                .toList();
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        WeightedChoice choice = new WeightedChoice(candidates.stream()
                .mapToDouble(other -> demand.weight(world.sku(other.skuId())))
                .toArray());
        return Optional.of(candidates.get(choice.draw(randomness)));
    }

    private long supplierOf(Listing listing) {
        return world.sku(listing.skuId()).supplier().id();
    }

    private static boolean isActive(Listing listing, Instant at) {
        return !listing.listedAt().isAfter(at)
                && (listing.delistedAt() == null || listing.delistedAt().isAfter(at));
    }
}
