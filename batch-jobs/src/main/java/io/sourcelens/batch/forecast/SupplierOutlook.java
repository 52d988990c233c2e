/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.forecast;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one target's counts say of every supplier's parcels of the coming days.
 *
 * @param model null where nothing was due, or nothing is known of what became of it
 * @param counts what it was made of
 */
public record SupplierOutlook(@Nullable LatenessModel model, Map<String, Expected> suppliers, List<DueCount> counts) {

    /**
     * Evidence of a supplier.
     *
     * @param parcels expected in the horizon, by lane
     */
    public record Expected(long due, long late, Map<String, Double> parcels) {
        /** On all lanes. */
        public double all() {
            return parcels.values().stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    /** @param unsorted by period, of days before the periods' origin */
    public static SupplierOutlook of(List<DueCount> unsorted, Periods periods, int horizonDays) {
        List<DueCount> counts = unsorted.stream().sorted(DueCount.ORDER).toList();
        boolean tracked = counts.stream().anyMatch(count -> count.missing() < count.due());
        LatenessModel model = tracked
                ? LatenessModel.fit(
                        counts,
                        EvidenceAge.halfLifePeriods(counts),
                        Math.max(1, Math.round((float) horizonDays / periods.days())))
                : null;
        return new SupplierOutlook(model, expected(counts, periods, horizonDays), counts);
    }

    private static Map<String, Expected> expected(List<DueCount> counts, Periods periods, int horizonDays) {
        int newest = periods.ofMix(horizonDays);
        double scale = (double) horizonDays / Math.min(newest * periods.days(), periods.evidenceDays());
        Map<String, Expected> suppliers = new HashMap<>();
        for (DueCount count : counts) {
            Expected before = suppliers.computeIfAbsent(count.supplierId(), any -> new Expected(0, 0, new TreeMap<>()));
            if (count.periodsAgo() < newest) {
                before.parcels().merge(count.lane(), count.due() * scale, Double::sum);
            }
            suppliers.put(
                    count.supplierId(),
                    new Expected(before.due() + count.due(), before.late() + count.late(), before.parcels()));
        }
        return suppliers;
    }

    /** Null without a model, or where nothing of the supplier was due lately. */
    public @Nullable RateForecast forecast(String supplierId) {
        Expected expected = suppliers.get(supplierId);
        return model == null || expected == null || expected.parcels().isEmpty()
                ? null
                : model.forecast(supplierId, expected.parcels());
    }
}
