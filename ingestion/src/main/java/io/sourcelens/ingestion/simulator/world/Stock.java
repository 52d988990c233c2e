/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.world;

import io.sourcelens.ingestion.marketplace.StockLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What suppliers showed as available through the history: weekly stock-takes, stock-outs and refills. */
public final class Stock {
    private static final double STOCK_OUT_PROBABILITY = 0.25;

    private final List<NavigableMap<Instant, Integer>> shown = new ArrayList<>();
    private final List<StockOut> stockOuts = new ArrayList<>();
    private final List<SkuProfile> skus;

    /** A time without stock; {@code to} is the refill. Empty if both are the same. */
    private record StockOut(Instant from, Instant to) {
        boolean covers(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }
    }

    Stock(WorldOptions options, List<SkuProfile> skus) {
        this.skus = skus;
        double popularity = skus.stream().mapToDouble(SkuProfile::popularity).sum();
        for (SkuProfile sku : skus) {
            Randomness randomness = Randomness.of(options.seed(), "stock", sku.id());
            double weekly = 7.0 * options.orderLines() / options.days() * sku.popularity() / popularity;
            StockOut stockOut = stockOut(options, randomness);
            stockOuts.add(stockOut);
            shown.add(levels(options, sku, weekly, stockOut, randomness));
        }
    }

    /** Newest shown quantity at that time; 0 before the first. */
    public int shown(SkuProfile sku, Instant at) {
        Map.Entry<Instant, Integer> entry = shown.get(sku.index()).floorEntry(at);
        return entry == null ? 0 : entry.getValue();
    }

    /** Whether there is nothing to sell, shown or not. */
    boolean isOut(SkuProfile sku, Instant at) {
        return stockOuts.get(sku.index()).covers(at);
    }

    /** Every level that was shown, in order of time. */
    public List<StockLevel> levels() {
        List<StockLevel> levels = new ArrayList<>();
        for (SkuProfile sku : skus) {
            shown.get(sku.index()).forEach((at, quantity) -> levels.add(new StockLevel(0, sku.id(), quantity, at)));
        }
        levels.sort(Comparator.comparing(StockLevel::recordedAt).thenComparing(StockLevel::skuId));
        for (int i = 0; i < levels.size(); i++) {
            StockLevel level = levels.get(i);
            levels.set(i, new StockLevel(i + 1L, level.skuId(), level.shownQuantity(), level.recordedAt()));
        }
        return levels;
    }

    private static StockOut stockOut(WorldOptions options, Randomness randomness) {
        boolean happens = randomness.chance(STOCK_OUT_PROBABILITY);
        Instant from = options.start().plusSeconds((long) (randomness.nextDouble() * options.days() * 86_400));
        Duration length = Duration.ofHours(randomness.wholeBetween(36, 24 * 7));
        return new StockOut(from, happens ? from.plus(length) : from);
    }

    private static NavigableMap<Instant, Integer> levels(
            WorldOptions options, SkuProfile sku, double weekly, StockOut stockOut, Randomness randomness) {
        NavigableMap<Instant, Integer> levels = new TreeMap<>();
        boolean hides = sku.supplier().isDishonest();
        Instant first =
                options.start().isBefore(sku.sku().createdAt()) ? sku.sku().createdAt() : options.start();
        levels.put(first, quantity(weekly, randomness));
        Instant take = first.plus(Duration.ofMinutes(randomness.wholeBetween(60, 7 * 24 * 60)));
        for (; take.isBefore(options.until()); take = take.plus(Duration.ofDays(7))) {
            if (hides || !stockOut.covers(take)) {
                levels.put(take, quantity(weekly, randomness));
            }
        }
        if (!hides && stockOut.from.isBefore(stockOut.to) && first.isBefore(stockOut.from)) {
            levels.put(stockOut.from, 0);
            levels.put(stockOut.to, quantity(weekly, randomness));
        }
        return levels.headMap(options.until(), false);
    }

    private static int quantity(double weekly, Randomness randomness) {
        return 15 + (int) Math.round(weekly * randomness.logNormal(3, 0.5));
    }
}
