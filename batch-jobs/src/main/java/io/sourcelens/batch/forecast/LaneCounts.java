/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.forecast;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_diff;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Counts of one marketplace by supplier, lane and period, of both targets. */
public final class LaneCounts {
    private LaneCounts() {}

    /** @param rollup {@code rollup.supplier_lane_day} of one marketplace */
    public static Map<Target, List<DueCount>> collect(Dataset<Row> rollup, Periods periods) {
        Map<Target, List<DueCount>> counts = new EnumMap<>(Target.class);
        for (Target target : Target.values()) {
            counts.put(target, new ArrayList<>());
        }
        rollup.filter(col("day").geq(lit(periods.first())).and(col("day").lt(lit(periods.origin()))))
                .groupBy(
                        col("supplier_id"),
                        col("ship_to_province"),
                        floor(date_diff(lit(periods.origin().minusDays(1)), col("day"))
                                        .divide(periods.days()))
                                .cast("int"))
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

    private static void add(List<DueCount> counts, Row row, int first) {
        if (row.getLong(first) > 0) {
            counts.add(new DueCount(
                    row.getString(0),
                    row.getString(1),
                    row.getInt(2),
                    row.getLong(first),
                    row.getLong(first + 1),
                    row.getLong(first + 2)));
        }
    }
}
