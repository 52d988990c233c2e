/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.world;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** How much every sku is wanted on one day: popularity, trend, whether it is there yet and in stock. */
public final class Demand {
    private static final double SHARE_DURING_STOCK_OUT = 0.1;

    private final List<SkuProfile> skus;
    private final double[] weights;
    private final WeightedChoice choice;

    private Demand(List<SkuProfile> skus, double[] weights) {
        this.skus = skus;
        this.weights = weights;
        this.choice = new WeightedChoice(weights);
    }

    static Demand on(LocalDate day, WorldOptions options, List<SkuProfile> skus, Stock stock) {
        Instant noon = WorldOptions.startOf(day).plusSeconds(43_200);
        double age = options.age(noon);
        double[] weights = skus.stream()
                .mapToDouble(sku -> sku.sku().createdAt().isAfter(noon)
                        ? 0
                        : sku.popularity()
                                * sku.trend().factor(age)
                                * (stock.isOut(sku, noon) ? SHARE_DURING_STOCK_OUT : 1))
                .toArray();
        return new Demand(skus, weights);
    }

    public SkuProfile draw(Randomness randomness) {
        return skus.get(choice.draw(randomness));
    }

    public double weight(SkuProfile sku) {
        return weights[sku.index()];
    }
}
