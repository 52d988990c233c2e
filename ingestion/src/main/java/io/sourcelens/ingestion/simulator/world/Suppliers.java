/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.world;

import io.sourcelens.ingestion.marketplace.Supplier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Plants the suppliers: most are good, some are poor, a few are dishonest. */
final class Suppliers {
    private Suppliers() {}

    static List<SupplierProfile> plant(WorldOptions options, Catalogue catalogue, Places places) {
        Randomness randomness = Randomness.of(options.seed(), "suppliers");
        WeightedChoice carriers = new WeightedChoice(
                Carrier.ALL.stream().mapToDouble(Carrier::weight).toArray());
        Set<String> taken = new HashSet<>();
        List<SupplierProfile> suppliers = new ArrayList<>();
        for (int i = 0; i < options.suppliers(); i++) {
            int department = i % catalogue.departments().size();
            boolean poor = randomness.chance(0.12);
            boolean sloppy = randomness.chance(0.1);
            boolean dishonest = randomness.chance(0.12);
            suppliers.add(new SupplierProfile(
                    supplier(i, department, options, catalogue, places, taken, randomness),
                    department,
                    randomness.logNormal(1, 0.9),
                    poor ? randomness.between(0.12, 0.4) : Math.min(0.2, randomness.logNormal(0.025, 0.6)),
                    0.12 * randomness.nextGaussian(),
                    sloppy ? randomness.between(0.06, 0.18) : Math.min(0.1, randomness.logNormal(0.012, 0.5)),
                    dishonest ? randomness.between(0.02, 0.1) : 0.0005,
                    randomness.chance(0.2) ? 24 : 48,
                    carriers.draw(randomness)));
        }
        return suppliers;
    }

    private static Supplier supplier(
            int index,
            int department,
            WorldOptions options,
            Catalogue catalogue,
            Places places,
            Set<String> taken,
            Randomness randomness) {
        Places.City city = places.shipFromCity(randomness);
        String trade = catalogue.departments().get(department).tradeZh();
        String name;
        do {
            name = city.name()
                    + randomness.pick(places.names().brandFirst())
                    + randomness.pick(places.names().brandSecond())
                    + trade
                    + (randomness.chance(0.6) ? "有限公司" : "厂");
        } while (!taken.add(name));
        Instant joined = options.start().minus(Duration.ofHours(randomness.wholeBetween(24 * 20, 24 * 900)));
        return new Supplier(index + 1L, name, Catalogue.departmentId(department), city.province(), joined);
    }
}
