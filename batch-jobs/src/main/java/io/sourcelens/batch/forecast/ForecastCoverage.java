/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.forecast;

import io.sourcelens.batch.calibration.Calibration;
import io.sourcelens.batch.calibration.Finding;
import io.sourcelens.batch.calibration.Share;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.random.RandomDataGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * How often the share of late parcels, or of defective lines, that came lay in the 90 % interval that was foretold. A festival
 * moves all suppliers of a marketplace together, so there are several of these, which differ in when theirs comes.
 */
public final class ForecastCoverage implements Calibration {
    private static final int LEAST_CELLS = 1_000;

    private final int horizonDays;
    private final String name;
    private final String events;
    private final World worlds;

    private ForecastCoverage(int horizonDays, String name, String events, World worlds) {
        this.horizonDays = horizonDays;
        this.name = name.formatted(horizonDays);
        this.events = events;
        this.worlds = worlds;
    }

    /** @param suppliers of each of five marketplaces */
    public ForecastCoverage(int horizonDays, int suppliers, Movement movement) {
        this(
                horizonDays,
                "forecast of %d days" + movement.label() + ", ",
                "late parcels",
                (random, festival) -> PlantedDeliveries.world(random, suppliers, horizonDays, festival, movement));
    }

    /** @param suppliers of each of five marketplaces */
    public static ForecastCoverage ofDefects(int horizonDays, int suppliers) {
        return new ForecastCoverage(
                horizonDays,
                "forecast of defects, %d days, ",
                "defective lines",
                (random, festival) -> PlantedDefects.world(random, suppliers, horizonDays, festival, Movement.USUAL));
    }

    /** Makes up a marketplace whose festival comes so many months after the origin. */
    private interface World {
        PlantedWorld of(RandomDataGenerator random, int festivalMonth);
    }

    private record Came(long trials, long events) {
        Came and(Came more) {
            return new Came(trials + more.trials, events + more.events);
        }

        double rate() {
            return (double) events / trials;
        }
    }

    @Override
    public List<Finding> of(int seed) {
        RandomDataGenerator random = new RandomDataGenerator(new Well19937c(seed));
        Share held = new Share();
        double foretold = 0;
        double happened = 0;
        for (int festival = 0; festival < PlantedSuppliers.MONTHS_BETWEEN_FESTIVALS; festival++) {
            PlantedWorld planted = worlds.of(random, festival);
            SupplierOutlook outlook = SupplierOutlook.of(planted.known(), planted.periods(), horizonDays);
            for (Map.Entry<String, Came> one : came(planted).entrySet()) {
                RateForecast forecast = outlook.forecast(one.getKey());
                if (forecast != null) {
                    double rate = one.getValue().rate();
                    held.add(forecast.low() <= rate && rate <= forecast.high());
                    foretold += forecast.probability() * one.getValue().trials();
                    happened += one.getValue().events();
                }
            }
        }
        return List.of(
                Finding.atLeast(name + "suppliers", "", LEAST_CELLS, held.count()),
                held.coverage(name + "intervals that hold what came"),
                Finding.stated(name + events + ", of those foretold", "%", 100 * happened / foretold));
    }

    private static Map<String, Came> came(PlantedWorld planted) {
        Map<String, Came> came = new TreeMap<>();
        planted.came()
                .forEach(count -> came.merge(count.supplierId(), new Came(count.trials(), count.events()), Came::and));
        return came;
    }
}
