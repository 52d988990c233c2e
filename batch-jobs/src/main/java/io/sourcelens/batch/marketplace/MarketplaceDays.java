/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.marketplace;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;

/** Days of marketplaces, for example those that new changes touched. */
public record MarketplaceDays(Map<String, SortedSet<LocalDate>> days) {
    /** Of one marketplace: Spark's planner recurses into a condition, and thousands of ranges overflow its stack. */
    static final int MOST_RANGES = 50;

    /** Collects them from the columns {@code marketplace} and {@code day}; rows without a day are skipped. */
    public static MarketplaceDays collect(Dataset<Row> rows) {
        Map<String, SortedSet<LocalDate>> days = new HashMap<>();
        Dataset<Row> found = rows.select(col("marketplace"), col("day").cast("date"))
                .filter(col("day").isNotNull());
        boolean held = found.queryExecution().optimizedPlan() instanceof LocalRelation;
        (held ? found : found.distinct())
                .collectAsList()
                .forEach(row -> days.computeIfAbsent(row.getString(0), any -> new TreeSet<>())
                        .add(row.getDate(1).toLocalDate()));
        return new MarketplaceDays(days);
    }

    /** Collects them from several, in one job. */
    public static MarketplaceDays collect(List<Dataset<Row>> rows) {
        return rows.stream()
                .map(some -> some.select("marketplace", "day"))
                .reduce(Dataset::union)
                .map(MarketplaceDays::collect)
                .orElseGet(MarketplaceDays::none);
    }

    public static MarketplaceDays none() {
        return new MarketplaceDays(new HashMap<>());
    }

    public void add(String marketplace, LocalDate day) {
        days.computeIfAbsent(marketplace, any -> new TreeSet<>()).add(day);
    }

    public void addAll(MarketplaceDays more) {
        more.days.forEach((marketplace, theirs) -> theirs.forEach(day -> add(marketplace, day)));
    }

    public boolean isEmpty() {
        return days.isEmpty();
    }

    /** When the first of them begins anywhere on earth. */
    public Instant start() {
        return days.values().stream()
                .map(SortedSet::first)
                .min(LocalDate::compareTo)
                .orElseThrow()
                .atStartOfDay(ZoneOffset.MAX)
                .toInstant();
    }

    public int size() {
        return days.values().stream().mapToInt(SortedSet::size).sum();
    }

    /** True for rows whose date is one of the days; ranges, so that the lake skips files. */
    public Column ofDate(String dateColumn) {
        return any(range ->
                col(dateColumn).geq(lit(range.first())).and(col(dateColumn).leq(lit(range.last()))));
    }

    /** True for rows whose instant falls into one of the days, counted in the zone of their marketplace. */
    public Column ofInstant(String instantColumn, Marketplaces marketplaces) {
        return any(range -> marketplaces
                .find(range.marketplace())
                .map(one -> within(instantColumn, range, one::start))
                .orElse(lit(false)));
    }

    /** True for rows whose instant falls into one of the days. */
    public Column ofInstant(String instantColumn, Function<LocalDate, Instant> start) {
        return any(range -> within(instantColumn, range, start));
    }

    private static Column within(String instantColumn, Range range, Function<LocalDate, Instant> start) {
        return col(instantColumn)
                .geq(lit(start.apply(range.first())))
                .and(col(instantColumn).lt(lit(start.apply(range.last().plusDays(1)))));
    }

    private Column any(Function<Range, Column> condition) {
        return ranges().stream()
                .map(range -> col("marketplace").equalTo(range.marketplace()).and(condition.apply(range)))
                .reduce(Column::or)
                .orElse(lit(false));
    }

    /**
     * Days that follow each other as one range. Where too many ranges are left, as after an import of scattered days, those
     * with small gaps between them are put together: a condition may hold for more days than these, never for fewer.
     */
    List<Range> ranges() {
        List<Range> ranges = new ArrayList<>();
        days.forEach((marketplace, sorted) -> {
            int gap = 1;
            List<Range> ofMarketplace = ranges(marketplace, sorted, gap);
            while (ofMarketplace.size() > MOST_RANGES) {
                gap *= 2;
                ofMarketplace = ranges(marketplace, sorted, gap);
            }
            ranges.addAll(ofMarketplace);
        });
        return ranges;
    }

    private static List<Range> ranges(String marketplace, SortedSet<LocalDate> sorted, int gap) {
        List<Range> ranges = new ArrayList<>();
        Range open = null;
        for (LocalDate day : sorted) {
            if (open != null && !open.last().plusDays(gap).isBefore(day)) {
                open = new Range(marketplace, open.first(), day);
            } else {
                if (open != null) {
                    ranges.add(open);
                }
                open = new Range(marketplace, day, day);
            }
        }
        if (open != null) {
            ranges.add(open);
        }
        return ranges;
    }

    record Range(String marketplace, LocalDate first, LocalDate last) {}
}
