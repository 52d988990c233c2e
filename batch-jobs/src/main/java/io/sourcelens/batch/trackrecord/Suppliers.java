/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

import io.sourcelens.batch.forecast.CountedDays;
import io.sourcelens.batch.forecast.Outlooks;
import io.sourcelens.batch.forecast.Periods;
import io.sourcelens.batch.forecast.Target;
import io.sourcelens.batch.forecast.TrialCount;
import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.score.ScoreRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The track record of supplier forecasts, and of tiers. A parcel that was cancelled after it was late is in no count, then or
 * now; lines are judged when everything is known that will be reported of them.
 */
final class Suppliers implements Subject {
    private static final int DAYS_BEHIND = 60;

    /** Of which some cannot tell every target. */
    private static final List<String> METHODS = RateScores.methods(PlainRate.ofParcels());

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
        List<String> columns =
                new ArrayList<>(List.of("origin", "target", "supplier_id", "stratum", "trials", "events"));
        columns.addAll(METHODS);
        columns.add("tier");
        return columns;
    }

    @Override
    public Backtest run(Lake lake, BacktestPlan plan, Predictions predictions, Consumer<String> progress) {
        SupplierHistory history =
                new SupplierHistory(new LakeAtStart(lake), plan.marketplace(), ScoreRules.of(System.getenv()));
        List<LocalDate> origins =
                history.firstDay().map(firstDay -> origins(plan, firstDay)).orElse(List.of());
        SupplierScores scores = new SupplierScores(plan, DAYS_BEHIND);
        for (LocalDate origin : origins) {
            judge(history, origin, plan.horizonDays(), scores, predictions);
            progress.accept("%s  %d of %d".formatted(origin, origins.indexOf(origin) + 1, origins.size()));
        }
        return new Backtest(origins, scores.summary(progress));
    }

    private static void judge(
            SupplierHistory history,
            LocalDate origin,
            int horizonDays,
            SupplierScores scores,
            Predictions predictions) {
        Periods horizon = Periods.after(origin, horizonDays);
        List<CountedDays> counted = new ArrayList<>(List.of(history.parcels()));
        Map<Target, List<TrialCount>> came = new EnumMap<>(history.parcels().collect(horizon));
        try (SuppliersAsKnown known = history.knownAt(origin, horizonDays)) {
            known.defects()
                    .filter(any -> history.isSettled(origin, horizonDays))
                    .ifPresent(defects -> {
                        counted.add(defects);
                        came.putAll(history.defectsOf(horizon, defects.lag()));
                    });
            Map<String, String> tiers = known.tiers();
            scores.add(
                    origin,
                    Outlooks.at(origin, counted, horizonDays),
                    tiers,
                    came,
                    (at, target, count, foretold) ->
                            predictions.add(values(at, target, count, foretold, tiers.get(count.supplierId()))));
        }
    }

    private static @Nullable Object[] values(
            LocalDate origin, String target, TrialCount count, Map<String, Double> foretold, @Nullable String tier) {
        List<@Nullable Object> values = new ArrayList<>(
                List.of(origin, target, count.supplierId(), count.stratum(), count.trials(), count.events()));
        METHODS.forEach(method -> values.add(foretold.get(method)));
        values.add(tier);
        return values.toArray();
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
