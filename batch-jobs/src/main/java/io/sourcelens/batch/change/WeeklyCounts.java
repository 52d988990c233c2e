/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.change;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_diff;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Counts of one marketplace and target by supplier and week, the newest weeks of seven days before a day. */
final class WeeklyCounts {
    static final int WEEKS = 26;

    private static final int DAYS_OF_WEEK = 7;

    private final LocalDate end;
    private final Map<String, Counts> suppliers;
    /** Suppliers with whom others are not compared. */
    private final Set<String> leftOut;
    /** Of all others together. */
    private final Counts all = new Counts(new long[WEEKS], new long[WEEKS]);

    private record Counts(long[] trials, long[] events) {
        void add(int week, long ofTrials, long ofEvents) {
            trials[week] += ofTrials;
            events[week] += ofEvents;
        }
    }

    /** @param end first day after the newest week */
    WeeklyCounts(LocalDate end) {
        this(end, new TreeMap<>(), Set.of());
    }

    private WeeklyCounts(LocalDate end, Map<String, Counts> suppliers, Set<String> leftOut) {
        this.end = end;
        this.suppliers = suppliers;
        this.leftOut = Set.copyOf(leftOut);
    }

    /** The same counts of all suppliers, with what the others of the week did counted without some of them. */
    WeeklyCounts comparedWithout(Set<String> some) {
        WeeklyCounts counts = new WeeklyCounts(end, suppliers, some);
        suppliers.forEach((supplier, own) -> {
            for (int week = 0; week < WEEKS; week++) {
                counts.addToAll(supplier, week, own.trials()[week], own.events()[week]);
            }
        });
        return counts;
    }

    /** @param rollup {@code rollup.supplier_category_day} of one marketplace, of all categories together */
    static Map<Target, WeeklyCounts> collect(Dataset<Row> rollup, LocalDate end) {
        WeeklyCounts parcels = new WeeklyCounts(end);
        WeeklyCounts lines = new WeeklyCounts(end);
        rollup.filter(col("day").geq(lit(end.minusWeeks(WEEKS))).and(col("day").lt(lit(end))))
                .groupBy(
                        col("supplier_id"),
                        floor(date_diff(lit(end.minusDays(1)), col("day")).divide(DAYS_OF_WEEK))
                                .cast("int"))
                .agg(sum("parcels_due"), sum("parcels_late"), sum("order_lines"), sum("defect_lines"))
                .collectAsList()
                .forEach(row -> {
                    parcels.add(row.getString(0), row.getInt(1), row.getLong(2), row.getLong(3));
                    lines.add(row.getString(0), row.getInt(1), row.getLong(4), row.getLong(5));
                });
        return Map.of(Target.LATE_DISPATCH, parcels, Target.DEFECT, lines);
    }

    /** @param weeksAgo 0 for the newest */
    void add(String supplier, int weeksAgo, long trials, long events) {
        int week = WEEKS - 1 - weeksAgo;
        suppliers
                .computeIfAbsent(supplier, any -> new Counts(new long[WEEKS], new long[WEEKS]))
                .add(week, trials, events);
        addToAll(supplier, week, trials, events);
    }

    private void addToAll(String supplier, int week, long trials, long events) {
        if (!leftOut.contains(supplier)) {
            all.add(week, trials, events);
        }
    }

    /** Last day of the newest week. */
    LocalDate lastDay() {
        return end.minusDays(1);
    }

    Set<String> supplierIds() {
        return suppliers.keySet();
    }

    /**
     * Weeks of a supplier that had a trial, oldest first. Expected is the share of the other suppliers in the week; half an
     * event more, for a week without any is no proof that there can be none.
     */
    List<Week> weeks(String supplier) {
        List<Week> weeks = new ArrayList<>();
        Counts own = suppliers.get(supplier);
        for (int week = 0; own != null && week < WEEKS; week++) {
            long trials = own.trials()[week];
            long events = own.events()[week];
            boolean isOfAll = !leftOut.contains(supplier);
            double others = (all.events()[week] - (isOfAll ? events : 0) + 0.5)
                    / (all.trials()[week] - (isOfAll ? trials : 0) + 1.0);
            if (trials > 0) {
                weeks.add(new Week(end.minusWeeks(WEEKS - (long) week), trials, events, trials * others));
            }
        }
        return weeks;
    }
}
