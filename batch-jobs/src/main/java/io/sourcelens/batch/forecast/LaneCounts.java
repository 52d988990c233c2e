/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.forecast;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Parcels that are due and those that are late, by lane: the province that they go to.
 *
 * @param days {@code rollup.supplier_lane_day} of one marketplace
 */
public record LaneCounts(Dataset<Row> days) implements CountedDays {
    @Override
    public Map<Target, List<TrialCount>> collect(Periods periods) {
        Map<Target, List<TrialCount>> counts = new EnumMap<>(Target.class);
        counts.put(Target.LATE_DISPATCH, new ArrayList<>());
        counts.put(Target.LATE_DELIVERY, new ArrayList<>());
        days.filter(periods.hold(col("day")))
                .groupBy(col("supplier_id"), col("ship_to_province"), periods.ago(col("day")))
                .agg(
                        sum("dispatch_due"),
                        sum("dispatch_late"),
                        sum("dispatch_missing"),
                        sum("delivery_due"),
                        sum("delivery_late"),
                        sum("delivery_missing"))
                .collectAsList()
                .forEach(row -> {
                    add(counts.get(Target.LATE_DISPATCH), row, 3);
                    add(counts.get(Target.LATE_DELIVERY), row, 6);
                });
        return counts;
    }

    private static void add(List<TrialCount> counts, Row row, int first) {
        if (row.getLong(first) > 0) {
            counts.add(new TrialCount(
                    row.getString(0),
                    row.getString(1),
                    row.getInt(2),
                    row.getLong(first),
                    row.getLong(first + 1),
                    row.getLong(first + 2)));
        }
    }
}
