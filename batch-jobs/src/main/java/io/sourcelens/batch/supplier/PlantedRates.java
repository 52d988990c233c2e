/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.supplier;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.random.RandomDataGenerator;

/**
 * Suppliers of one made-up category. A supplier's logit is normal, not Beta; it drifts over the window; each day is good or
 * bad as a whole, one in eight goes wrong; volumes spread over three orders of magnitude.
 */
final class PlantedRates {
    private static final int DAYS = 90;
    private static final double BAD_DAYS = 1.0 / 8;

    private final RandomDataGenerator random;

    /** @param truth the rate of an average day of the window */
    record Cell(SupplierCount count, double truth) {}

    PlantedRates(RandomDataGenerator random) {
        this.random = random;
    }

    /** Those with a parcel. */
    List<Cell> category(String category, int suppliers, double meanLogit) {
        List<Cell> cells = new ArrayList<>();
        for (int supplier = 0; supplier < suppliers; supplier++) {
            cells.add(cell(category, supplier, meanLogit));
        }
        return cells.stream().filter(cell -> cell.count().parcelsDue() > 0).toList();
    }

    private Cell cell(String category, int number, double meanLogit) {
        double logit = random.nextGaussian(meanLogit, 0.7);
        double drift = random.nextGaussian(0, 0.5);
        double perDay = Math.exp(random.nextGaussian(1.5, 1.2));
        double expected = 0;
        long[] sums = new long[6];
        for (int day = 0; day < DAYS; day++) {
            double usual = logistic(logit + drift * (day / (double) DAYS - 0.5));
            double bad = 0.3 + 0.7 * usual;
            int trials = (int) random.nextPoisson(perDay);
            int events =
                    trials == 0 ? 0 : random.nextBinomial(trials, random.nextUniform(0, 1) < BAD_DAYS ? bad : usual);
            expected += BAD_DAYS * bad + (1 - BAD_DAYS) * usual;
            add(sums, trials, events);
        }
        DayClusters days = new DayClusters(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5]);
        SupplierCount count =
                new SupplierCount("m", "s" + number, category, DAYS, sums[0], sums[1], 0, 0, 0, 0, 0, days, days);
        return new Cell(count, expected / DAYS);
    }

    private static void add(long[] sums, long trials, long events) {
        long[] ofDay = {trials, events, trials * trials, trials * trials * trials, events * events, events * trials};
        for (int i = 0; i < sums.length; i++) {
            sums[i] += ofDay[i];
        }
    }

    private static double logistic(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
