/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.supplier;

import io.sourcelens.batch.calibration.Calibration;
import io.sourcelens.batch.calibration.Finding;
import io.sourcelens.batch.supplier.ReportingLag.Reports;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.random.RandomDataGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * How wrong the defect rate of the last seven days is, against what their lines will show in the end. Delivery comes after a
 * lognormal time, the report a gamma one later, half of the categories report more slowly than the others, a day's lines go
 * wrong together, and there are more orders every day.
 */
public final class DefectLag implements Calibration {
    private static final int WINDOW_DAYS = 15;
    private static final int OLDEST_DAYS = 60;
    private static final int YOUNG_DAYS = 7;

    private final int linesPerDay;

    public DefectLag(int linesPerDay) {
        this.linesPerDay = linesPerDay;
    }

    @Override
    public List<Finding> of(int seed) {
        RandomDataGenerator random = new RandomDataGenerator(new Well19937c(seed));
        List<Reports> reports = new ArrayList<>();
        long[] lines = new long[OLDEST_DAYS];
        long reported = 0;
        long eventually = 0;
        for (int ageDays = 0; ageDays < OLDEST_DAYS; ageDays++) {
            lines[ageDays] = linesPerDay - (long) linesPerDay * ageDays / (2 * OLDEST_DAYS);
            double rate = random.nextBeta(0.06 * 300, 0.94 * 300);
            for (int line = 0; line < lines[ageDays]; line++) {
                double lagDays =
                        Math.exp(random.nextGaussian(1, 0.3)) + random.nextGamma(1.6, line % 2 == 0 ? 1.8 : 2.6) + 0.33;
                boolean defect = random.nextUniform(0, 1) < rate && lagDays < WINDOW_DAYS;
                boolean seen = defect && (int) lagDays < ageDays;
                if (seen) {
                    reports.add(new Reports(ageDays, (int) lagDays, 1));
                }
                reported += seen && ageDays < YOUNG_DAYS ? 1 : 0;
                eventually += defect && ageDays < YOUNG_DAYS ? 1 : 0;
            }
        }
        ReportingLag lag = ReportingLag.of(reports, WINDOW_DAYS);
        if (lag == null) {
            throw new IllegalStateException(
                    "Cannot try %d lines a day: too few are reported; take more".formatted(linesPerDay));
        }
        double placed = 0;
        double exposed = 0;
        for (int ageDays = 0; ageDays < YOUNG_DAYS; ageDays++) {
            placed += lines[ageDays];
            exposed += lines[ageDays] * lag.reportedBy(ageDays);
        }
        double rawError = Math.abs(reported - eventually) / placed;
        double error = Math.abs(reported / exposed - eventually / placed);
        return List.of(
                Finding.stated("defects of 7 days, raw rate less what will be", "points", 100 * rawError),
                Finding.stated("defects of 7 days, corrected less what will be", "points", 100 * error),
                Finding.atMost("defects of 7 days, error of the raw one's", "", 1.0 / 3, error / rawError));
    }
}
