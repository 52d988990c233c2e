/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.forecast;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** What is to be expected of a marketplace's suppliers, by target; what is counted nowhere is not among them. */
public record Outlooks(Map<Target, SupplierOutlook> targets) {

    /** From the first instant of a day on, seeing no day after it. */
    public static Outlooks at(LocalDate origin, List<CountedDays> counted, int horizonDays) {
        Map<Target, SupplierOutlook> outlooks = new EnumMap<>(Target.class);
        for (CountedDays one : counted) {
            oldest(origin, one, horizonDays).ifPresent(oldest -> {
                Periods periods = Periods.before(origin, oldest, horizonDays);
                one.collect(periods)
                        .forEach((target, counts) ->
                                outlooks.put(target, SupplierOutlook.of(counts, periods, horizonDays)));
            });
        }
        return new Outlooks(outlooks);
    }

    /** First day of the evidence, if there is any. */
    private static Optional<LocalDate> oldest(LocalDate origin, CountedDays counted, int horizonDays) {
        LocalDate since = origin.minusDays(Periods.evidenceDays(horizonDays));
        Row row = counted.days()
                .filter(col("day").lt(lit(origin)).and(col("day").geq(lit(since))))
                .agg(min("day"))
                .head();
        return row.isNullAt(0) ? Optional.empty() : Optional.of(row.getDate(0).toLocalDate());
    }
}
