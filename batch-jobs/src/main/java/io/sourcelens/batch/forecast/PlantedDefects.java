/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.forecast;

import io.sourcelens.batch.supplier.ReportingLag;
import io.sourcelens.batch.supplier.ReportingLag.Reports;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.random.RandomDataGenerator;

/**
 * Order lines of {@link PlantedSuppliers}. Delivery comes after a lognormal time, the report of a defect a gamma one later, and
 * every other category reports more slowly: at the origin only what was reported until then is counted.
 */
final class PlantedDefects {
    private static final int WINDOW_DAYS = 15;
    private static final double USUAL_LOGIT = -2.9;
    private static final double USUAL_PER_DAY = 6;
    /** Lines of a day are as old as the middle of it. */
    private static final int SETTLED_DAYS = WINDOW_DAYS + 1;

    /** The curve is of lines so many days old at most. */
    private static final int REPORTING_DAYS = 60;

    private final RandomDataGenerator random;
    /** By whole days from the order to the origin, and to the report. */
    private final long[][] reports = new long[REPORTING_DAYS][WINDOW_DAYS];

    private PlantedDefects(RandomDataGenerator random) {
        this.random = random;
    }

    static PlantedWorld world(
            RandomDataGenerator random, int suppliers, int horizonDays, int festivalMonth, Movement movement) {
        return new PlantedDefects(random)
                .world(suppliers, new PlantedSuppliers(random, horizonDays, festivalMonth, movement));
    }

    /** Lines of one supplier, category and period. */
    private static final class Lines {
        /** By days before the origin, those that are settled on the last place. */
        private final long[] byDaysAgo = new long[SETTLED_DAYS + 1];

        private long defects;
    }

    private PlantedWorld world(int suppliers, PlantedSuppliers planted) {
        PlantedWorld world = new PlantedWorld(new ArrayList<>(), new ArrayList<>(), planted.periods());
        List<Map<PlantedCell, Lines>> all = new ArrayList<>();
        for (int supplier = 0; supplier < suppliers; supplier++) {
            Map<PlantedCell, Lines> cells = new TreeMap<>();
            planted.supplier(
                    USUAL_LOGIT,
                    USUAL_PER_DAY,
                    (category, day, defect) -> add(
                            cells.computeIfAbsent(PlantedCell.of(category, day, world.periods()), any -> new Lines()),
                            category,
                            day,
                            defect));
            all.add(cells);
        }
        ReportingLag lag = lag();
        for (int supplier = 0; supplier < suppliers; supplier++) {
            String id = "s" + supplier;
            all.get(supplier).forEach((cell, lines) -> cell.among(world).add(count(id, cell, lines, lag)));
        }
        return world;
    }

    private void add(Lines lines, int category, int day, boolean defect) {
        lines.byDaysAgo[day < 0 ? Math.min(-day, SETTLED_DAYS) : 0]++;
        if (!defect) {
            return;
        }
        double lagDays = Math.exp(random.nextGaussian(1, 0.3)) + random.nextGamma(1.6, category % 2 == 0 ? 1.8 : 2.6);
        double ageDays = day < 0 ? -day - random.nextUniform(0, 1) : WINDOW_DAYS;
        if (lagDays < Math.min(ageDays, WINDOW_DAYS)) {
            lines.defects++;
            if (day < 0 && ageDays < reports.length && (int) lagDays < (int) ageDays) {
                reports[(int) ageDays][(int) lagDays]++;
            }
        }
    }

    private ReportingLag lag() {
        List<Reports> counted = new ArrayList<>();
        for (int age = 0; age < reports.length; age++) {
            for (int lag = 0; lag < WINDOW_DAYS; lag++) {
                if (reports[age][lag] > 0) {
                    counted.add(new Reports(age, lag, reports[age][lag]));
                }
            }
        }
        ReportingLag lag = ReportingLag.of(counted, WINDOW_DAYS);
        if (lag == null) {
            throw new IllegalStateException("Cannot tell how late defects are reported; take more suppliers");
        }
        return lag;
    }

    private static TrialCount count(String supplier, PlantedCell cell, Lines lines, ReportingLag lag) {
        long all = 0;
        double exposure = 0;
        for (int daysAgo = 0; daysAgo <= SETTLED_DAYS; daysAgo++) {
            all += lines.byDaysAgo[daysAgo];
            exposure += lines.byDaysAgo[daysAgo] * lag.reportedOf(daysAgo, 0);
        }
        return new TrialCount(
                supplier, cell.name(), cell.periodsAgo(), all, lines.defects, 0, cell.isKnown() ? exposure : all);
    }
}
