/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.fulfilment;

import io.sourcelens.batch.calibration.Calibration;
import io.sourcelens.batch.calibration.Finding;
import io.sourcelens.batch.fulfilment.PlantedParcels.Planted;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.random.RandomDataGenerator;
import org.apache.commons.math3.random.Well19937c;

/** By how much the share delivered by the promise moves because parcels of the window are still under way. */
public final class UndeliveredParcels implements Calibration {
    /** Of a week's parcels some three in ten are under way. */
    private static final int WINDOW_DAYS = 6;

    private static final int LEAST_PARCELS = 10;

    private final int suppliers;

    public UndeliveredParcels(int suppliers) {
        this.suppliers = suppliers;
    }

    @Override
    public List<Finding> of(int seed) {
        PlantedParcels planted = new PlantedParcels(new RandomDataGenerator(new Well19937c(seed)));
        SupplierFulfilment fulfilment = new SupplierFulfilment(PlantedParcels.MARKETPLACE);
        List<Planted> all = new ArrayList<>();
        for (int supplier = 0; supplier < suppliers; supplier++) {
            List<Planted> parcels = planted.due(planted.supplier(), WINDOW_DAYS);
            if (parcels.size() >= LEAST_PARCELS) {
                all.addAll(parcels);
                fulfilment.add(
                        "s" + supplier, parcels.stream().map(Planted::parcel).toList());
            }
        }
        double estimate = estimate(fulfilment);
        double truth = inTime(all);
        List<Planted> arrived = all.stream()
                .filter(one -> one.fate().isDelivered(one.hoursAgo()))
                .toList();
        return List.of(
                Finding.between(
                        "undelivered parcels",
                        "%",
                        28,
                        40,
                        percent(all.stream().filter(Planted::isOpen).count(), all)),
                Finding.stated("late among those that have arrived, less the truth", "points", truth - inTime(arrived)),
                Finding.atMost("late as estimated, away from the truth", "points", 1, Math.abs(truth - estimate)));
    }

    /** Of all parcels: suppliers by how many they have. */
    private static double estimate(SupplierFulfilment fulfilment) {
        List<Figure> figures = fulfilment.figures().stream()
                .filter(figure -> figure.measure() == Measure.DELIVERED_BY_PROMISE && figure.windowDays() == 30)
                .filter(figure -> figure.estimate().value() != null)
                .toList();
        double parcels = figures.stream().mapToLong(Figure::evidence).sum();
        return 100
                * figures.stream()
                        .mapToDouble(figure -> figure.estimate().value() * figure.evidence())
                        .sum()
                / parcels;
    }

    private static double inTime(List<Planted> parcels) {
        return percent(
                parcels.stream()
                        .filter(one -> one.fate().isDelivered(PlantedParcels.DELIVERY_PROMISE_HOURS))
                        .count(),
                parcels);
    }

    private static double percent(long some, List<Planted> all) {
        return 100.0 * some / all.size();
    }
}
