/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.forecast;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What is to be expected of a marketplace's suppliers, by target.
 *
 * @param evidenceDays days before the origin that were looked at
 */
public record Outlooks(int evidenceDays, Map<Target, SupplierOutlook> targets) {

    /**
     * From the first instant of a day on, seeing nothing after it.
     *
     * @param rollup {@code rollup.supplier_lane_day} of one marketplace
     */
    public static Outlooks at(LocalDate origin, Dataset<Row> rollup, int horizonDays) {
        Map<Target, SupplierOutlook> outlooks = new EnumMap<>(Target.class);
        Optional<LocalDate> oldest = oldest(origin, rollup, horizonDays);
        if (oldest.isEmpty()) {
            return new Outlooks(0, outlooks);
        }
        Periods periods = Periods.before(origin, oldest.get(), horizonDays);
        LaneCounts.collect(rollup, periods)
                .forEach((target, counts) -> outlooks.put(target, SupplierOutlook.of(counts, periods, horizonDays)));
        return new Outlooks(periods.evidenceDays(), outlooks);
    }

    /** First day of the evidence, if there is any. */
    private static Optional<LocalDate> oldest(LocalDate origin, Dataset<Row> rollup, int horizonDays) {
        LocalDate since = origin.minusDays(Periods.evidenceDays(horizonDays));
        Row row = rollup.filter(col("day").lt(lit(origin)).and(col("day").geq(lit(since))))
                .agg(min("day"))
                .head();
        return row.isNullAt(0) ? Optional.empty() : Optional.of(row.getDate(0).toLocalDate());
    }
}
