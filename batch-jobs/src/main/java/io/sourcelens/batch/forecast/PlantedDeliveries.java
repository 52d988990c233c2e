/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.forecast;

import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.random.RandomDataGenerator;

/** Parcels of {@link PlantedSuppliers}: when their promise has passed, it is known whether they are late. */
final class PlantedDeliveries {
    private static final double USUAL_LOGIT = -2.3;
    private static final double USUAL_PER_DAY = 2;

    private PlantedDeliveries() {}

    static PlantedWorld world(
            RandomDataGenerator random, int suppliers, int horizonDays, int festivalMonth, Movement movement) {
        PlantedSuppliers planted = new PlantedSuppliers(random, horizonDays, festivalMonth, movement);
        PlantedWorld world = new PlantedWorld(new ArrayList<>(), new ArrayList<>(), planted.periods());
        for (int supplier = 0; supplier < suppliers; supplier++) {
            Map<PlantedCell, long[]> cells = new TreeMap<>();
            planted.supplier(USUAL_LOGIT, USUAL_PER_DAY, (lane, day, late) -> {
                long[] cell = cells.computeIfAbsent(PlantedCell.of(lane, day, world.periods()), any -> new long[2]);
                cell[0]++;
                cell[1] += late ? 1 : 0;
            });
            String id = "s" + supplier;
            cells.forEach((cell, counted) -> cell.among(world)
                    .add(new TrialCount(id, cell.name(), cell.periodsAgo(), counted[0], counted[1], 0)));
        }
        return world;
    }
}
