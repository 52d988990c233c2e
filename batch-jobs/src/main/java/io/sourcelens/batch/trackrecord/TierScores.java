/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

import io.sourcelens.batch.forecast.TrialCount;
import io.sourcelens.batch.score.Tiers;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Shares of late parcels, or of defective lines, after an origin, by the tier that their supplier had there. */
final class TierScores {
    private final String target;
    private final int horizonDays;
    private final int stepDays;
    private final Map<String, Map<LocalDate, Sums>> tiers = new TreeMap<>();

    TierScores(String target, int horizonDays, int stepDays) {
        this.target = target;
        this.horizonDays = horizonDays;
        this.stepDays = stepDays;
    }

    private record Sums(long trials, long events) {
        Sums and(Sums more) {
            return new Sums(trials + more.trials, events + more.events);
        }
    }

    /**
     * @param tierOf by supplier; who has none is left out
     * @param came counts of the horizon
     */
    void add(LocalDate origin, Map<String, String> tierOf, List<TrialCount> came) {
        for (TrialCount count : came) {
            String tier = tierOf.get(count.supplierId());
            if (tier != null) {
                tiers.computeIfAbsent(tier, any -> new TreeMap<>())
                        .merge(origin, new Sums(count.trials(), count.events()), Sums::and);
            }
        }
    }

    /** One figure a tier. */
    List<Score> summary() {
        OriginScores scores = new OriginScores(target, horizonDays, stepDays);
        for (String tier : Tiers.ALL) {
            String method = "tier_" + tier.toLowerCase(Locale.ROOT);
            scores.expect(method, Metric.RATE);
            Map<LocalDate, Sums> origins = tiers.getOrDefault(tier, Map.of());
            // Sums divided by the mean number have the share of all as their mean: every parcel or line counts alike.
            double trials =
                    origins.values().stream().mapToLong(Sums::trials).average().orElse(1);
            origins.forEach(
                    (origin, sums) -> scores.add(origin, method, Metric.RATE, sums.events() / trials, sums.trials()));
        }
        return scores.summary("no parcel or line after an origin was of a supplier that was in the tier then");
    }
}
