/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

import io.sourcelens.batch.forecast.Outlooks;
import io.sourcelens.batch.forecast.Target;
import io.sourcelens.batch.forecast.TrialCount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Forecasts and tiers of every target beside what came. */
final class SupplierScores {
    private final BacktestPlan plan;
    private final int daysBehind;
    private final Map<Target, RateScores> forecasts = new EnumMap<>(Target.class);
    private final Map<Target, TierScores> tiers = new EnumMap<>(Target.class);

    /** @param daysBehind days that an origin needs before it */
    SupplierScores(BacktestPlan plan, int daysBehind) {
        this.plan = plan;
        this.daysBehind = daysBehind;
        for (Target target : Target.values()) {
            List<PlainRate> plain = target == Target.DEFECT ? PlainRate.ofLines() : PlainRate.ofParcels();
            forecasts.put(target, new RateScores(target.column(), plain, plan.horizonDays(), plan.stepDays()));
            tiers.put(target, new TierScores(target.column(), plan.horizonDays(), plan.stepDays()));
        }
    }

    /**
     * Compares what was foretold at one origin with what came.
     *
     * @param tierOf by supplier
     * @param came counts of the horizon, of targets of which it is known
     */
    void add(
            LocalDate origin,
            Outlooks outlooks,
            Map<String, String> tierOf,
            Map<Target, List<TrialCount>> came,
            RateScores.Kept kept) {
        outlooks.targets()
                .forEach((target, outlook) -> forecasts.get(target).add(origin, outlook, came.get(target), kept));
        came.forEach((target, counts) -> tiers.get(target).add(origin, tierOf, counts));
    }

    /** Figures over all origins; reliability curves are told on the way. */
    List<Score> summary(Consumer<String> progress) {
        List<Score> all = new ArrayList<>();
        forecasts.forEach((target, its) -> {
            its.reliability()
                    .lines(target.column(), target == Target.DEFECT ? "lines" : "parcels")
                    .forEach(progress);
            all.addAll(its.summary(reasonIfNone(target)));
            all.addAll(tiers.get(target).summary());
        });
        return all;
    }

    private String reasonIfNone(Target target) {
        String needed = target == Target.DEFECT
                ? "after-sale cases, %d days before it, and %d and the return window after"
                : "promised times, what became of them, %d days before it and %d after";
        return "no origin has an outcome: it needs " + needed.formatted(daysBehind, plan.horizonDays());
    }
}
