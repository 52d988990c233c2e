/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.alternative;

import static org.apache.iceberg.expressions.Expressions.and;
import static org.apache.iceberg.expressions.Expressions.equal;

import io.sourcelens.batch.lake.SmallTables;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import org.jspecify.annotations.Nullable;

/**
 * What marts say of the suppliers of one marketplace.
 *
 * @param lateness share of parcels that were delivered late, of all suppliers
 * @param defects expected share of defective lines, of all suppliers
 */
record KnownSuppliers(Map<String, SupplierQuality> qualities, double lateness, double defects) {
    static final List<String> INPUTS =
            List.of("mart.supplier_forecast", "mart.supplier_scorecard", "mart.supplier_score");

    static KnownSuppliers read(SmallTables small, String marketplace) {
        List<Record> forecasts = small.rows(
                INPUTS.get(0), where(marketplace, equal("target", "late_delivery"), equal("horizon_days", 30)));
        List<Record> scorecards =
                small.rows(INPUTS.get(1), where(marketplace, equal("category_id", "all"), equal("window_days", 90)));
        List<Record> scores =
                small.rows(INPUTS.get(2), where(marketplace, equal("category_id", "all"), equal("window_days", 90)));
        return of(forecasts, scorecards, scores);
    }

    private static Expression where(String marketplace, Expression one, Expression other) {
        return and(equal("marketplace", marketplace), one, other);
    }

    static KnownSuppliers of(List<Record> forecasts, List<Record> scorecards, List<Record> scores) {
        Map<String, SupplierQuality> qualities = new TreeMap<>();
        long due = 0;
        long late = 0;
        for (Record row : forecasts) {
            Range range = range(row, "probability", "rate_low", "rate_high");
            qualities.put(supplier(row), new SupplierQuality(range, number(row, "parcels_due"), null, 0, null));
            due += number(row, "parcels_due");
            late += number(row, "parcels_late");
        }
        long lines = 0;
        double defects = 0;
        for (Record row : inOrder(scorecards)) {
            Range range = range(row, "defect_rate_expected", "defect_rate_expected_low", "defect_rate_expected_high");
            long own = number(row, "order_lines");
            SupplierQuality before = qualities.getOrDefault(supplier(row), SupplierQuality.UNKNOWN);
            qualities.put(
                    supplier(row), new SupplierQuality(before.lateDelivery(), before.parcels(), range, own, null));
            if (range != null) {
                lines += own;
                defects += own * range.value();
            }
        }
        for (Record row : scores) {
            SupplierQuality before = qualities.getOrDefault(supplier(row), SupplierQuality.UNKNOWN);
            qualities.put(
                    supplier(row),
                    new SupplierQuality(
                            before.lateDelivery(), before.parcels(), before.defects(), before.lines(), (String)
                                    row.getField("tier")));
        }
        return new KnownSuppliers(qualities, due == 0 ? 0 : (double) late / due, lines == 0 ? 0 : defects / lines);
    }

    /** So that sums are the same whatever the order of arrival. */
    private static List<Record> inOrder(List<Record> rows) {
        return rows.stream()
                .sorted(Comparator.comparing(KnownSuppliers::supplier))
                .toList();
    }

    private static @Nullable Range range(Record row, String value, String low, String high) {
        return row.getField(value) == null
                ? null
                : new Range((Double) row.getField(value), (Double) row.getField(low), (Double) row.getField(high));
    }

    private static String supplier(Record row) {
        return (String) row.getField("supplier_id");
    }

    private static long number(Record row, String column) {
        return (Long) row.getField(column);
    }

    SupplierQuality of(String supplierId) {
        return qualities.getOrDefault(supplierId, SupplierQuality.UNKNOWN);
    }
}
