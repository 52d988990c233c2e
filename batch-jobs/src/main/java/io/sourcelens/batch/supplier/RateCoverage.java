/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.supplier;

import io.sourcelens.batch.calibration.Calibration;
import io.sourcelens.batch.calibration.Finding;
import io.sourcelens.batch.calibration.Share;
import java.util.List;
import org.apache.commons.math3.random.RandomDataGenerator;
import org.apache.commons.math3.random.Well19937c;

/** How often the scorecard's 90 % intervals hold the rate that was planted. */
public final class RateCoverage implements Calibration {
    private static final int CATEGORIES = 5;
    private static final int LEAST_CELLS = 1_000;

    private final int suppliers;

    /** @param suppliers of each of five categories */
    public RateCoverage(int suppliers) {
        this.suppliers = suppliers;
    }

    @Override
    public List<Finding> of(int seed) {
        PlantedRates planted = new PlantedRates(new RandomDataGenerator(new Well19937c(seed)));
        Share held = new Share();
        Share heldIfIndependent = new Share();
        for (int category = 0; category < CATEGORIES; category++) {
            List<PlantedRates.Cell> cells = planted.category("c" + category, suppliers, -3 + 0.5 * category);
            List<SupplierCount> peers =
                    cells.stream().map(PlantedRates.Cell::count).toList();
            ClusteredRates rates = ClusteredRates.of(peers, SupplierCount::parcels, SupplierCount::lateDispatch);
            BetaPrior independent = BetaPrior.fit(
                    peers.stream().map(SupplierCount::lateDispatch).toList());
            for (PlantedRates.Cell cell : cells) {
                held.add(holds(rates.estimate(cell.count()), cell.truth()));
                heldIfIndependent.add(holds(independent.posterior(cell.count().lateDispatch()), cell.truth()));
            }
        }
        return List.of(
                Finding.atLeast("scorecard rates, supplier × category cells", "", LEAST_CELLS, held.count()),
                held.coverage("scorecard rates, intervals that hold the truth"),
                Finding.stated("the same if parcels were independent", "%", heldIfIndependent.percent()));
    }

    private static boolean holds(BetaPrior.Estimate interval, double truth) {
        return interval.low() <= truth && truth <= interval.high();
    }
}
