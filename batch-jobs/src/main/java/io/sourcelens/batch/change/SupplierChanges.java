/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.change;

import io.sourcelens.batch.lake.SmallTables;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.schema.LakeTable;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;

/**
 * Rows of {@code mart.supplier_change} of one marketplace and target: every supplier that is known or had a parcel or line.
 *
 * @param known whether the marketplace delivers what tells the target's events
 */
record SupplierChanges(
        LakeTable table,
        Marketplace marketplace,
        Target target,
        boolean known,
        Map<String, @Nullable String> names,
        String runId) {
    /** Of the alarms as many may be false. */
    private static final double FALSE_ALARMS = 0.1;

    List<Record> rows(WeeklyCounts counts) {
        Set<String> suppliers = new TreeSet<>(names.keySet());
        suppliers.addAll(counts.supplierIds());
        Map<String, Change> changes = new HashMap<>();
        List<String> found = new ArrayList<>();
        for (String supplier : suppliers) {
            if (known) {
                ChangePoint.of(counts.weeks(supplier), (target.column() + supplier).hashCode())
                        .ifPresent(change -> {
                            changes.put(supplier, change);
                            found.add(supplier);
                        });
            }
        }
        double[] shares = FalseDiscovery.shares(
                found.stream().map(supplier -> changes.get(supplier).byChance()).toList());
        Map<String, Double> falseAlarms = new HashMap<>();
        for (int i = 0; i < shares.length; i++) {
            falseAlarms.put(found.get(i), shares[i]);
        }
        return suppliers.stream()
                .map(supplier -> row(
                        supplier,
                        changes.get(supplier),
                        falseAlarms.get(supplier),
                        counts.weeks(supplier).size(),
                        counts.lastDay()))
                .toList();
    }

    private Record row(
            String supplier, @Nullable Change change, @Nullable Double falseAlarms, int weeks, LocalDate lastDay) {
        return SmallTables.row(
                table,
                marketplace.id(),
                supplier,
                names.get(supplier),
                target.column(),
                falseAlarms != null && falseAlarms <= FALSE_ALARMS,
                change == null ? null : change.direction(),
                change == null ? null : change.since().start(),
                change == null ? null : change.earliest(),
                change == null ? null : change.latest(),
                change == null ? null : change.byChance(),
                falseAlarms,
                weeks,
                change == null ? null : change.before().trials(),
                change == null ? null : change.before().events(),
                change == null ? null : change.before().expected(),
                change == null ? null : change.since().trials(),
                change == null ? null : change.since().events(),
                change == null ? null : change.since().expected(),
                lastDay,
                change != null ? null : known ? "too_little_evidence" : target.reasonIfUnknown(),
                marketplace.knownUntil().atOffset(ZoneOffset.UTC),
                runId);
    }
}
