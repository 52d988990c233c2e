/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;

import io.sourcelens.batch.forecast.DueCount;
import io.sourcelens.batch.forecast.LaneCounts;
import io.sourcelens.batch.forecast.Outlooks;
import io.sourcelens.batch.forecast.Periods;
import io.sourcelens.batch.forecast.Target;
import io.sourcelens.batch.lake.Lake;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The track record of supplier forecasts. A parcel's outcome is final once its promise has passed, so counts of earlier days
 * are what was known then; but a parcel that was cancelled after it was late is in no count, then or now.
 */
final class Suppliers implements Subject {
    private static final int DAYS_BEHIND = 60;

    @Override
    public String name() {
        return "suppliers";
    }

    @Override
    public int horizonDays() {
        return 30;
    }

    @Override
    public List<String> predictionColumns() {
        return Stream.concat(
                        Stream.of("origin", "target", "supplier_id", "ship_to_province", "parcels", "late"),
                        LatenessScores.methods().stream())
                .toList();
    }

    @Override
    public Backtest run(Lake lake, BacktestPlan plan, Predictions predictions, Consumer<String> progress) {
        Dataset<Row> rollup = new LakeAtStart(lake)
                .read("rollup.supplier_lane_day")
                .filter(col("marketplace").equalTo(plan.marketplace().id()));
        Row firstDay = rollup.agg(min("day")).first();
        List<LocalDate> origins = firstDay.isNullAt(0)
                ? List.of()
                : origins(plan, firstDay.getDate(0).toLocalDate());
        Map<Target, LatenessScores> scores = new EnumMap<>(Target.class);
        for (Target target : Target.values()) {
            scores.put(target, new LatenessScores(target.column(), plan.horizonDays(), plan.stepDays()));
        }
        for (LocalDate origin : origins) {
            Outlooks outlooks = Outlooks.at(origin, rollup, plan.horizonDays());
            Map<Target, List<DueCount>> came = LaneCounts.collect(rollup, Periods.after(origin, plan.horizonDays()));
            outlooks.targets()
                    .forEach((target, outlook) -> scores.get(target)
                            .add(
                                    origin,
                                    outlook,
                                    came.get(target),
                                    (at, of, count, foretold) -> predictions.add(values(at, of, count, foretold))));
            progress.accept("%s  %d of %d".formatted(origin, origins.indexOf(origin) + 1, origins.size()));
        }
        return new Backtest(origins, summary(scores, plan, progress));
    }

    private static Object[] values(LocalDate origin, String target, DueCount count, List<Double> foretold) {
        List<Object> values =
                new ArrayList<>(List.of(origin, target, count.supplierId(), count.lane(), count.due(), count.late()));
        values.addAll(foretold);
        return values.toArray();
    }

    private static List<Score> summary(
            Map<Target, LatenessScores> scores, BacktestPlan plan, Consumer<String> progress) {
        String reason =
                "no origin has an outcome: it needs promised times, what became of them, %d days before it and %d after"
                        .formatted(DAYS_BEHIND, plan.horizonDays());
        List<Score> all = new ArrayList<>();
        scores.forEach((target, its) -> {
            its.reliability().lines(target.column(), "parcels").forEach(progress);
            all.addAll(its.summary(reason));
        });
        return all;
    }

    /** From the first day on that has enough days behind it, or the one that was asked for; suppliers know no weekdays. */
    private static List<LocalDate> origins(BacktestPlan plan, LocalDate firstDay) {
        LocalDate origin = firstDay.plusDays(DAYS_BEHIND);
        if (plan.from() != null && plan.from().isAfter(origin)) {
            origin = plan.from();
        }
        LocalDate last = plan.marketplace().today().minusDays(plan.horizonDays());
        if (plan.to() != null && plan.to().isBefore(last)) {
            last = plan.to();
        }
        List<LocalDate> origins = new ArrayList<>();
        for (; !origin.isAfter(last); origin = origin.plusDays(plan.stepDays())) {
            origins.add(origin);
        }
        return origins;
    }
}
