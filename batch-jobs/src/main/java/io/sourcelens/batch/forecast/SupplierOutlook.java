/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.forecast;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one target's counts say of every supplier's parcels or lines of the coming days.
 *
 * @param model null where there was nothing, or nothing is known of what became of it
 * @param counts what it was made of
 * @param evidenceDays days before the origin that were looked at
 */
public record SupplierOutlook(
        @Nullable RateModel model, Map<String, Expected> suppliers, List<TrialCount> counts, int evidenceDays) {
    /** Of what nothing is counted. */
    static final SupplierOutlook NONE = new SupplierOutlook(null, Map.of(), List.of(), 0);

    /**
     * Evidence of a supplier.
     *
     * @param exposure see {@link TrialCount}
     * @param toCome trials expected in the horizon, by stratum
     */
    public record Expected(long trials, long events, double exposure, Map<String, Double> toCome) {
        static final Expected NOTHING = new Expected(0, 0, 0, Map.of());

        /** In all strata. */
        public double all() {
            return toCome.values().stream().mapToDouble(Double::doubleValue).sum();
        }

        /** How much of what will be known of the trials is known: 0 to 1, or null without any. */
        @Nullable
        Double maturity() {
            return trials == 0 ? null : exposure / trials;
        }
    }

    /** @param unsorted by period, of days before the periods' origin */
    public static SupplierOutlook of(List<TrialCount> unsorted, Periods periods, int horizonDays) {
        List<TrialCount> counts = unsorted.stream().sorted(TrialCount.ORDER).toList();
        boolean known = counts.stream().anyMatch(count -> count.missing() < count.exposure());
        RateModel model = known
                ? RateModel.fit(
                        counts,
                        EvidenceAge.halfLifePeriods(counts),
                        Math.max(1, Math.round((float) horizonDays / periods.days())))
                : null;
        return new SupplierOutlook(model, expected(counts, periods, horizonDays), counts, periods.evidenceDays());
    }

    private static Map<String, Expected> expected(List<TrialCount> counts, Periods periods, int horizonDays) {
        int newest = periods.ofMix(horizonDays);
        double scale = (double) horizonDays / Math.min(newest * periods.days(), periods.evidenceDays());
        Map<String, Expected> suppliers = new HashMap<>();
        for (TrialCount count : counts) {
            Expected before =
                    suppliers.computeIfAbsent(count.supplierId(), any -> new Expected(0, 0, 0, new TreeMap<>()));
            if (count.periodsAgo() < newest) {
                before.toCome().merge(count.stratum(), count.trials() * scale, Double::sum);
            }
            suppliers.put(
                    count.supplierId(),
                    new Expected(
                            before.trials() + count.trials(),
                            before.events() + count.events(),
                            before.exposure() + count.exposure(),
                            before.toCome()));
        }
        return suppliers;
    }

    /** Null without a model, or where there was nothing of the supplier lately. */
    public @Nullable RateForecast forecast(String supplierId) {
        Expected expected = suppliers.get(supplierId);
        return model == null || expected == null || expected.toCome().isEmpty()
                ? null
                : model.forecast(supplierId, expected.toCome());
    }
}
