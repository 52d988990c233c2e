/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.fulfilment;

import io.sourcelens.batch.calibration.Calibration;
import io.sourcelens.batch.calibration.Finding;
import io.sourcelens.batch.calibration.Share;
import io.sourcelens.batch.fulfilment.PlantedParcels.Fate;
import io.sourcelens.batch.fulfilment.PlantedParcels.Planted;
import io.sourcelens.batch.fulfilment.PlantedParcels.Supplier;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.math3.random.RandomDataGenerator;
import org.apache.commons.math3.random.Well19937c;

/** How often the 90 % intervals of shares and medians hold what a supplier does in the long run. */
public final class FulfilmentCoverage implements Calibration {
    private static final int WINDOW_DAYS = 30;
    private static final int LONG_RUN_DAYS = 3_000;
    private static final int PARCELS_A_DAY = 3;
    /** With fewer parcels an interval is as wide as what is possible. */
    private static final int LEAST_PARCELS = 30;

    private final int suppliers;

    public FulfilmentCoverage(int suppliers) {
        this.suppliers = suppliers;
    }

    @Override
    public List<Finding> of(int seed) {
        PlantedParcels planted = new PlantedParcels(new RandomDataGenerator(new Well19937c(seed)));
        long asOf = PlantedParcels.MARKETPLACE.knownUntil().toEpochMilli() * 1_000;
        Map<Measure, Share> held = new EnumMap<>(Measure.class);
        for (int number = 0; number < suppliers; number++) {
            Supplier supplier = planted.supplier();
            List<Parcel> parcels = planted.due(supplier, WINDOW_DAYS).stream()
                    .map(Planted::parcel)
                    .toList();
            if (parcels.size() >= LEAST_PARCELS) {
                List<Fate> longRun = planted.longRun(supplier, LONG_RUN_DAYS, PARCELS_A_DAY);
                Map<Measure, Double> truths = truths(longRun);
                new ParcelFigures("s" + number, WINDOW_DAYS, parcels, asOf)
                        .figures().stream()
                                .filter(figure -> truths.containsKey(figure.measure()))
                                .forEach(figure -> held.computeIfAbsent(figure.measure(), any -> new Share())
                                        .add(holds(figure.estimate(), truths.get(figure.measure()))));
            }
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.atLeast(
                "fulfilment, supplier × measure cells",
                "",
                1_000,
                held.values().stream().mapToLong(Share::count).sum()));
        held.forEach((measure, share) -> findings.add(share.coverage(
                measure.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", intervals that hold it")));
        return findings;
    }

    private static Map<Measure, Double> truths(List<Fate> longRun) {
        Map<Measure, Double> truths = new EnumMap<>(Measure.class);
        truths.put(Measure.DISPATCHED_WITHIN_24_HOURS, dispatched(longRun, 24));
        truths.put(Measure.DISPATCHED_WITHIN_48_HOURS, dispatched(longRun, PlantedParcels.DISPATCH_PROMISE_HOURS));
        truths.put(
                Measure.DELIVERED_BY_PROMISE,
                longRun.stream()
                        .mapToDouble(fate -> fate.isDelivered(PlantedParcels.DELIVERY_PROMISE_HOURS) ? 1 : 0)
                        .average()
                        .orElseThrow());
        // Cancelled ones never leave.
        truths.put(
                Measure.DISPATCH_HOURS_MEDIAN,
                median(longRun.stream()
                        .map(fate -> fate.scanned() == null ? Double.MAX_VALUE : fate.scanned())
                        .toList()));
        truths.put(
                Measure.TRANSIT_HOURS_MEDIAN,
                median(longRun.stream()
                        .filter(fate -> fate.arrived() != null)
                        .map(fate -> fate.arrived() - Objects.requireNonNull(fate.scanned()))
                        .toList()));
        return truths;
    }

    private static double dispatched(List<Fate> longRun, double hours) {
        return longRun.stream()
                .mapToDouble(fate -> fate.isDispatched(hours) ? 1 : 0)
                .average()
                .orElseThrow();
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /** An end that is not known bounds nothing. */
    private static boolean holds(Estimate estimate, double truth) {
        return (estimate.low() == null || estimate.low() <= truth)
                && (estimate.high() == null || truth <= estimate.high());
    }
}
