/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.assortment;

import io.sourcelens.batch.lake.SmallTables;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.schema.LakeTable;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;

/**
 * Rows of {@code mart.intake_cohort} of one marketplace.
 *
 * @param byCatalogue whether skus arrive when they enter the catalogue; otherwise with their first sale
 */
record CohortRows(LakeTable table, Marketplace marketplace, boolean byCatalogue, String runId) {
    /** @param starts of the marketplace's arrivals, in the order of {@link Starts#AGES} */
    List<Record> rows(Map<Arrival, Start[]> starts) {
        TreeMap<LocalDate, List<Arrival>> weeks = new TreeMap<>();
        starts.keySet()
                .forEach(arrival -> weeks.computeIfAbsent(arrival.week(), any -> new ArrayList<>())
                        .add(arrival));
        List<Record> rows = new ArrayList<>();
        for (int age = 0; age < Starts.AGES.size(); age++) {
            int days = Starts.AGES.get(age);
            int index = age;
            List<Cohort> earlier = new ArrayList<>();
            weeks.forEach((week, arrivals) -> {
                double maturity = maturity(arrivals, days);
                Cohort cohort = maturity < 1
                        ? null
                        : Cohort.of(arrivals.stream()
                                .map(arrival -> starts.get(arrival)[index])
                                .toList());
                rows.add(row(week, days, arrivals.size(), maturity, cohort, List.copyOf(earlier)));
                if (cohort != null) {
                    earlier.add(cohort);
                }
            });
        }
        return rows;
    }

    private double maturity(List<Arrival> arrivals, int days) {
        long old = arrivals.stream()
                .filter(one -> !one.day().plusDays(days).isAfter(marketplace.unfinishedDay()))
                .count();
        return (double) old / arrivals.size();
    }

    private Record row(
            LocalDate week, int days, long skus, double maturity, @Nullable Cohort cohort, List<Cohort> earlier) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(marketplace.id());
        values.add(week);
        values.add(days);
        values.add(byCatalogue ? "catalogue" : "first_sale");
        values.add(marketplace.currency());
        values.add(skus);
        values.add(maturity);
        values.add(cohort == null ? "immature" : null);
        values.add(cohort == null ? null : cohort.soldSkus());
        compare(values, cohort, earlier, one -> byCatalogue ? one.firstSaleShare() : OptionalDouble.empty(), true);
        values.add(cohort == null ? null : cohort.sales().orderLines());
        values.add(cohort == null ? null : cohort.sales().units());
        values.add(cohort == null ? null : cohort.stockedSkus());
        values.add(cohort == null ? null : (Object) stockedUnits(cohort));
        compare(values, cohort, earlier, Cohort::sellThrough, true);
        values.add(cohort == null ? null : cohort.sales().sellers());
        values.add(cohort == null ? null : cohort.sales().repeatSellers());
        compare(values, cohort, earlier, Cohort::repeatShare, true);
        values.add(cohort == null ? null : cohort.sales().contributionMinor());
        values.add(cohort == null ? null : boxed(cohort.settledShare()));
        compare(values, cohort, earlier, Cohort::contributionPerSkuMinor, false);
        values.add((long) earlier.size());
        values.add(marketplace.knownUntil().atOffset(ZoneOffset.UTC));
        values.add(runId);
        return SmallTables.row(table, values.toArray());
    }

    private static Long stockedUnits(Cohort cohort) {
        Integer units = cohort.sales().stockUnits();
        return units == null ? 0L : units.longValue();
    }

    private static void compare(
            List<@Nullable Object> values,
            @Nullable Cohort cohort,
            List<Cohort> earlier,
            Function<Cohort, OptionalDouble> figure,
            boolean isShare) {
        Earlier before = isShare ? Earlier.of(earlier, figure).ofShare() : Earlier.of(earlier, figure);
        values.add(cohort == null ? null : boxed(figure.apply(cohort)));
        values.add(before.mean());
        values.add(before.low());
        values.add(before.high());
    }

    private static @Nullable Double boxed(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
