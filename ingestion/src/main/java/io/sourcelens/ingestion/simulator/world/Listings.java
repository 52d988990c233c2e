/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.world;

import io.sourcelens.ingestion.marketplace.Listing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Plants who lists what: mostly popular goods of the shop's own department, at a price of its own. */
final class Listings {
    private static final double MEAN_LISTINGS = 20;

    private final WorldOptions options;
    private final List<SkuProfile> skus;
    private final Randomness randomness;
    private final List<Listing> listings = new ArrayList<>();
    private final Set<Long> taken = new HashSet<>();

    private Listings(WorldOptions options, List<SkuProfile> skus) {
        this.options = options;
        this.skus = skus;
        this.randomness = Randomness.of(options.seed(), "listings");
    }

    static List<Listing> plant(
            WorldOptions options, List<SellerProfile> sellers, List<SkuProfile> skus, int departments) {
        Listings planting = new Listings(options, skus);
        WeightedChoice anything = planting.choice(-1);
        List<WeightedChoice> ofDepartment = new ArrayList<>();
        for (int department = 0; department < departments; department++) {
            ofDepartment.add(planting.choice(department));
        }
        double meanRoot = sellers.stream()
                .mapToDouble(s -> Math.sqrt(s.weight()))
                .average()
                .orElseThrow();
        for (SellerProfile seller : sellers) {
            long wanted = 3 + Math.round((MEAN_LISTINGS - 3) * Math.sqrt(seller.weight()) / meanRoot);
            for (int i = 0; i < wanted; i++) {
                WeightedChoice choice =
                        planting.randomness.chance(0.7) ? ofDepartment.get(seller.department()) : anything;
                planting.list(seller, skus.get(choice.draw(planting.randomness)));
            }
        }
        skus.forEach(sku -> planting.list(planting.randomness.pick(sellers), sku));
        return planting.listings;
    }

    private WeightedChoice choice(int department) {
        double[] weights = skus.stream()
                .mapToDouble(sku ->
                        department < 0 || sku.department() == department ? Math.pow(sku.popularity(), 0.6) : 1e-9)
                .toArray();
        return new WeightedChoice(weights);
    }

    private void list(SellerProfile seller, SkuProfile sku) {
        if (!taken.add(seller.id() << 32 | sku.id())) {
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

    /** Around the ordinary price, ending in 90 fen; now and then a loss leader. */
    private long salePriceMinor(SkuProfile sku) {
        double price = sku.ordinarySalePriceMinor() * randomness.logNormal(1, 0.1);
        double floor = randomness.chance(0.02) ? 0.85 : 1.08;
        return Math.max(Math.round(price / 100) * 100 - 10, Math.round(sku.sku().supplyPriceMinor() * floor));
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
