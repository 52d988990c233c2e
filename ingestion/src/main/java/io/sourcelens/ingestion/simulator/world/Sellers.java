/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.world;

import io.sourcelens.ingestion.marketplace.Seller;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Plants the sellers: a few large shops, many small ones. */
final class Sellers {
    private Sellers() {}

    static List<SellerProfile> plant(WorldOptions options, Catalogue catalogue, Places places) {
        Randomness randomness = Randomness.of(options.seed(), "sellers");
        double[] weights = Zipf.shuffled(options.sellers(), 5, 0.8, randomness);
        List<SellerProfile> sellers = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            String name = randomness.pick(places.names().shopFirst())
                    + randomness.pick(places.names().shopSecond())
                    + (i + 1);
            Instant joined = options.start().minus(Duration.ofHours(randomness.wholeBetween(24 * 61, 24 * 700)));
            sellers.add(new SellerProfile(
                    new Seller(i + 1L, name, places.shipToProvince(randomness), joined),
                    weights[i] / weights.length,
                    randomness.wholeBetween(0, catalogue.departments().size() - 1)));
        }
        return sellers;
    }
}
