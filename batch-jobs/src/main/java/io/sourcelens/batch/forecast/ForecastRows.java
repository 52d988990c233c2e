/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.forecast;

import io.sourcelens.batch.forecast.SupplierOutlook.Expected;
import io.sourcelens.batch.lake.SmallTables;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.schema.LakeTable;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;

/**
 * Rows of {@code mart.supplier_forecast} of one marketplace: every supplier that is known or had a parcel or a line.
 *
 * @param scanned whether the marketplace delivers carrier scans; without them nobody knows a late dispatch
 * @param withCases whether it delivers after-sale cases; without them nobody knows a defect
 */
record ForecastRows(
        LakeTable table,
        Marketplace marketplace,
        Map<String, @Nullable String> names,
        boolean scanned,
        boolean withCases,
        String runId) {

    List<Record> rows(Outlooks outlooks, int horizonDays) {
        Set<String> suppliers = new TreeSet<>(names.keySet());
        outlooks.targets()
                .values()
                .forEach(outlook -> suppliers.addAll(outlook.suppliers().keySet()));
        List<Record> rows = new ArrayList<>();
        for (Target target : Target.values()) {
            SupplierOutlook outlook = outlooks.targets().getOrDefault(target, SupplierOutlook.NONE);
            suppliers.forEach(supplier -> rows.add(row(supplier, target, outlook, horizonDays)));
        }
        return rows;
    }

    private Record row(String supplier, Target target, SupplierOutlook outlook, int horizonDays) {
        Expected expected = outlook.suppliers().getOrDefault(supplier, Expected.NOTHING);
        String reason = reason(target, outlook, expected);
        RateForecast forecast = reason == null ? outlook.forecast(supplier) : null;
        return SmallTables.row(
                table,
                marketplace.id(),
                supplier,
                names.get(supplier),
                target.column(),
                horizonDays,
                forecast == null ? null : forecast.probability(),
                forecast == null ? null : forecast.low(),
                forecast == null ? null : forecast.high(),
                expected.all(),
                expected.trials(),
                expected.events(),
                outlook.evidenceDays(),
                reason,
                marketplace.knownUntil().atOffset(ZoneOffset.UTC),
                runId,
                expected.maturity());
    }

    private @Nullable String reason(Target target, SupplierOutlook outlook, Expected expected) {
        return target == Target.DEFECT
                ? reasonOfDefect(outlook, expected)
                : reasonOfLateness(target, outlook, expected);
    }

    private @Nullable String reasonOfLateness(Target target, SupplierOutlook outlook, Expected expected) {
        if (outlook.suppliers().isEmpty()) {
            return "no_promise";
        }
        if (outlook.model() == null || target == Target.LATE_DISPATCH && !scanned) {
            return "no_tracking";
        }
        return expected.toCome().isEmpty() ? "no_recent_parcels" : null;
    }

    private @Nullable String reasonOfDefect(SupplierOutlook outlook, Expected expected) {
        if (!withCases) {
            return "no_cases";
        }
        if (outlook.model() == null) {
            return "no_reporting_lag";
        }
        return expected.toCome().isEmpty() ? "no_recent_lines" : null;
    }
}
