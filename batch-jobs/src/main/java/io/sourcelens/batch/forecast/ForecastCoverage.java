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
 * How often the share of late parcels that came lay in the 90 % interval that was foretold. A festival moves all suppliers
 * of a marketplace together, so there are several of these, which differ in when theirs comes.
 */
public final class ForecastCoverage implements Calibration {
    private static final int LEAST_CELLS = 1_000;

    private final int horizonDays;
    private final int suppliers;
    private final Movement movement;

    /** @param suppliers of each of five marketplaces */
    public ForecastCoverage(int horizonDays, int suppliers, Movement movement) {
        this.horizonDays = horizonDays;
        this.suppliers = suppliers;
        this.movement = movement;
    }

    private record Came(long due, long late) {
        Came and(Came more) {
            return new Came(due + more.due, late + more.late);
        }

        double rate() {
            return (double) late / due;
        }
    }

    @Override
    public List<Finding> of(int seed) {
        RandomDataGenerator random = new RandomDataGenerator(new Well19937c(seed));
        Share held = new Share();
        double foretold = 0;
        double late = 0;
        for (int festival = 0; festival < PlantedDeliveries.MONTHS_BETWEEN_FESTIVALS; festival++) {
            PlantedDeliveries planted = new PlantedDeliveries(random, suppliers, horizonDays, festival, movement);
            SupplierOutlook outlook = SupplierOutlook.of(planted.known(), planted.periods(), horizonDays);
            for (Map.Entry<String, Came> one : came(planted).entrySet()) {
                RateForecast forecast = outlook.forecast(one.getKey());
                if (forecast != null) {
                    double rate = one.getValue().rate();
                    held.add(forecast.low() <= rate && rate <= forecast.high());
                    foretold += forecast.probability() * one.getValue().due();
                    late += one.getValue().late();
                }
            }
        }
        String name = "forecast of %d days%s, ".formatted(horizonDays, movement.label());
        return List.of(
                Finding.atLeast(name + "suppliers", "", LEAST_CELLS, held.count()),
                held.coverage(name + "intervals that hold what came"),
                Finding.stated(name + "late parcels, of those foretold", "%", 100 * late / foretold));
    }

    private static Map<String, Came> came(PlantedDeliveries planted) {
        Map<String, Came> came = new TreeMap<>();
        planted.came().forEach(count -> came.merge(count.supplierId(), new Came(count.due(), count.late()), Came::and));
        return came;
    }
}
