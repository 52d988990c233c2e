/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.world;

import io.sourcelens.ingestion.marketplace.Listing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Plants who lists what: mostly popular goods of the shop's own department, at a price of its own. */
final class Listings {
    private static final double MEAN_LISTINGS = 20;
    private static final double OF_FAVOURITES = 0.6;
    private static final double OF_DEPARTMENT = 0.8;
    private static final int FAVOURITE_SUPPLIERS = 4;
    private static final double LOSS_LEADER = 0.015;

    private final WorldOptions options;
    private final List<SkuProfile> skus;
    private final Randomness randomness;
    private final List<Listing> listings = new ArrayList<>();
    private final Set<Pair> taken = new HashSet<>();
    private final Map<Long, List<SkuProfile>> bySupplier;
    private final WeightedChoice anything;
    private final List<WeightedChoice> ofDepartment;

    private record Pair(long sellerId, long skuId) {}

    private Listings(WorldOptions options, List<SkuProfile> skus, int departments) {
        this.options = options;
        this.skus = skus;
        randomness = Randomness.of(options.seed(), "listings");
        bySupplier = skus.stream()
                .collect(Collectors.groupingBy(sku -> sku.supplier().id()));
        anything = choice(-1);
        ofDepartment = IntStream.range(0, departments).mapToObj(this::choice).toList();
    }

    static List<Listing> plant(
            WorldOptions options, List<SellerProfile> sellers, List<SkuProfile> skus, int departments) {
        Listings planting = new Listings(options, skus, departments);
        double meanRoot = sellers.stream()
                .mapToDouble(s -> Math.sqrt(s.weight()))
                .average()
                .orElseThrow();
        sellers.forEach(seller ->
                planting.fillShop(seller, 3 + Math.round((MEAN_LISTINGS - 3) * Math.sqrt(seller.weight()) / meanRoot)));
        skus.forEach(sku -> planting.list(planting.randomness.pick(sellers), sku));
        return planting.listings;
    }

    private void fillShop(SellerProfile seller, long wanted) {
        List<SkuProfile> ofFavourites = new ArrayList<>();
        for (int i = 0; i < FAVOURITE_SUPPLIERS; i++) {
            SkuProfile sku = skus.get(ofDepartment.get(seller.department()).draw(randomness));
            ofFavourites.addAll(bySupplier.get(sku.supplier().id()));
        }
        WeightedChoice favourites = new WeightedChoice(
                ofFavourites.stream().mapToDouble(Listings::attraction).toArray());
        for (long i = 0; i < wanted; i++) {
            double draw = randomness.nextDouble();
            if (draw < OF_FAVOURITES) {
                list(seller, ofFavourites.get(favourites.draw(randomness)));
            } else {
                WeightedChoice choice = draw < OF_DEPARTMENT ? ofDepartment.get(seller.department()) : anything;
                list(seller, skus.get(choice.draw(randomness)));
            }
        }
    }

    private static double attraction(SkuProfile sku) {
        return Math.pow(sku.popularity(), 0.6);
    }

    private WeightedChoice choice(int department) {
        double[] weights = skus.stream()
                .mapToDouble(sku -> department < 0 || sku.department() == department ? attraction(sku) : 1e-9)
                .toArray();
        return new WeightedChoice(weights);
    }

    private void list(SellerProfile seller, SkuProfile sku) {
        if (!taken.add(new Pair(seller.id(), sku.id()))) {
            return;
        }
        Instant earliest = latest(sku.sku().createdAt(), options.start().minus(Duration.ofDays(60)));
        long minutes = Duration.between(earliest, options.until()).toMinutes();
        // Half of them soon after the sku came, the rest evenly afterwards.
        double share = randomness.chance(0.5) ? 0.02 * randomness.nextDouble() : randomness.nextDouble();
        Instant listedAt = earliest.plus(Duration.ofMinutes((long) (minutes * share)));
        Instant delistedAt = listedAt.plus(Duration.ofHours(randomness.wholeBetween(24 * 10, 24 * 900)));
        listings.add(new Listing(
                listings.size() + 1L,
                seller.id(),
                sku.id(),
                salePriceMinor(sku),
                listedAt,
                delistedAt.isBefore(options.until()) ? delistedAt : null));
    }

    /** Around the ordinary price, ending in 90 fen; now and then a loss leader below its supply price. */
    private long salePriceMinor(SkuProfile sku) {
        long supplyPrice = sku.sku().supplyPriceMinor();
        if (randomness.chance(LOSS_LEADER)) {
            return Math.round(supplyPrice * randomness.between(0.85, 0.98));
        }
        double price = sku.ordinarySalePriceMinor() * randomness.logNormal(1, 0.1);
        return Math.max(Math.round(price / 100) * 100 - 10, Math.round(supplyPrice * 1.08));
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
