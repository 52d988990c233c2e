/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.score;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;

/**
 * Figures of one marketplace's suppliers as their marts publish them.
 *
 * @param promised whether any parcel had a promised dispatch
 * @param fulfilment rows of {@code mart.supplier_fulfilment} by what they are of and their measure
 */
record Figures(boolean promised, Map<Scored, Map<String, Record>> fulfilment) {
    static final List<String> MEASURES = List.of("transit_on_time_against_peers", "no_stock_cancel", "valid_tracking");

    /**
     * Of every supplier, category and window that has a scorecard, in the order of {@link Component}.
     *
     * @param fulfilment rows of {@link #MEASURES}
     */
    static SortedMap<Scored, List<Figure>> of(List<Record> scorecards, List<Record> fulfilment) {
        Map<Scored, Map<String, Record>> measures = new HashMap<>();
        fulfilment.forEach(row -> measures.computeIfAbsent(Scored.of(row), any -> new HashMap<>())
                .put((String) row.getField("measure"), row));
        boolean promised = scorecards.stream().anyMatch(row -> number(row, "parcels_due") > 0);
        Figures figures = new Figures(promised, measures);
        SortedMap<Scored, List<Figure>> found = new TreeMap<>();
        scorecards.forEach(row -> found.put(Scored.of(row), figures.of(row)));
        return found;
    }

    private List<Figure> of(Record scorecard) {
        Scored scored = Scored.of(scorecard);
        return List.of(
                lateDispatch(scorecard),
                lateTransit(scored),
                defect(scorecard),
                fulfilled(Component.NO_STOCK_CANCEL, scored, "no_stock_cancel"),
                fulfilled(Component.VALID_TRACKING, scored, "valid_tracking"));
    }

    private Figure lateDispatch(Record row) {
        long parcels = number(row, "parcels_due");
        String reason = parcels > 0 ? "no_tracking" : promised ? "no_evidence" : "no_promise";
        return scorecard(Component.LATE_DISPATCH, row, "late_dispatch_rate", parcels, null, reason);
    }

    private static Figure defect(Record row) {
        long lines = number(row, "order_lines");
        String unseen = lines > 0 ? "no_cases" : "no_evidence";
        String reason = row.getField("defect_rate") == null ? unseen : "no_reporting_lag";
        return scorecard(
                Component.DEFECT, row, "defect_rate_expected", lines, (Double) row.getField("maturity"), reason);
    }

    private static Figure scorecard(
            Component component,
            Record row,
            String column,
            long evidence,
            @Nullable Double maturity,
            String reasonIfUnknown) {
        Double estimate = (Double) row.getField(column);
        return estimate == null
                ? Figure.unknown(component, reasonIfUnknown)
                : new Figure(
                        component,
                        estimate,
                        (Double) row.getField(column + "_low"),
                        (Double) row.getField(column + "_high"),
                        evidence,
                        maturity,
                        null);
    }

    /** Late where the mart says on time. */
    private Figure lateTransit(Scored scored) {
        Figure onTime = fulfilled(Component.LATE_TRANSIT, scored, "transit_on_time_against_peers");
        return new Figure(
                onTime.component(),
                minus(onTime.estimate()),
                minus(onTime.high()),
                minus(onTime.low()),
                onTime.evidence(),
                onTime.maturity(),
                onTime.reason());
    }

    private static @Nullable Double minus(@Nullable Double value) {
        return value == null ? null : 0 - value;
    }

    private Figure fulfilled(Component component, Scored scored, String measure) {
        Record row = fulfilment.getOrDefault(scored, Map.of()).get(measure);
        if (row == null) {
            boolean byCategory = !component.isOfParcels() || scored.categoryId().equals(Scored.ALL);
            return Figure.unknown(component, byCategory ? "no_evidence" : "not_by_category");
        }
        return row.getField("estimate") == null
                ? Figure.unknown(component, (String) row.getField("reason"))
                : new Figure(
                        component,
                        (Double) row.getField("estimate"),
                        (Double) row.getField("estimate_low"),
                        (Double) row.getField("estimate_high"),
                        number(row, "evidence"),
                        (Double) row.getField("maturity"),
                        null);
    }

    private static long number(Record row, String column) {
        return (Long) row.getField(column);
    }
}
