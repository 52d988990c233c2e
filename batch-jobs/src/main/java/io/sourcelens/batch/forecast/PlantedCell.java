/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.forecast;

import java.util.Comparator;
import java.util.List;

/** What made-up trials of one supplier are counted by. */
record PlantedCell(int stratum, int period) implements Comparable<PlantedCell> {
    private static final int TO_COME = -1;

    private static final Comparator<PlantedCell> ORDER =
            Comparator.comparingInt(PlantedCell::stratum).thenComparingInt(PlantedCell::period);

    /** @param day before the origin, if it is negative */
    static PlantedCell of(int stratum, int day, Periods periods) {
        return new PlantedCell(stratum, day < 0 ? periods.ago(PlantedSuppliers.ORIGIN.plusDays(day)) : TO_COME);
    }

    String name() {
        return "l" + stratum;
    }

    boolean isKnown() {
        return period != TO_COME;
    }

    int periodsAgo() {
        return Math.max(0, period);
    }

    List<TrialCount> among(PlantedWorld world) {
        return isKnown() ? world.known() : world.came();
    }

    @Override
    public int compareTo(PlantedCell other) {
        return ORDER.compare(this, other);
    }
}
