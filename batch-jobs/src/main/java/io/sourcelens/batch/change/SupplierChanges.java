/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.change;

import io.sourcelens.batch.lake.SmallTables;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.schema.LakeTable;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
        Map<String, Change> changes = known ? changes(counts) : Map.of();
        Map<String, Double> falseAlarms = falseAlarms(changes);
        return suppliers.stream()
                .map(supplier -> row(
                        supplier,
                        changes.get(supplier),
                        falseAlarms.get(supplier),
                        counts.weeks(supplier).size(),
                        counts.lastDay()))
                .toList();
    }

    /**
     * Found twice: first against all others, then against those without an alarm, since many that change at once would make
     * the others seem to change the other way. Such purification of what is compared with is known from tests of single
     * questions against whole examinations: G. L. Candell, F. Drasgow, An iterative procedure for linking metrics and assessing
     * item bias, Applied Psychological Measurement 12 (1988), 253–260. If most have an alarm nobody can say who is normal.
     */
    private Map<String, Change> changes(WeeklyCounts counts) {
        Map<String, Change> first = found(counts);
        Set<String> changed = falseAlarms(first).entrySet().stream()
                .filter(entry -> entry.getValue() <= FALSE_ALARMS)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        boolean most = 2 * changed.size() > counts.supplierIds().size();
        return changed.isEmpty() || most ? first : found(counts.comparedWithout(changed));
    }

    private Map<String, Change> found(WeeklyCounts counts) {
        Map<String, Change> changes = new TreeMap<>();
        for (String supplier : counts.supplierIds()) {
            ChangePoint.of(counts.weeks(supplier), (target.column() + supplier).hashCode())
                    .ifPresent(change -> changes.put(supplier, change));
        }
        return changes;
    }

    private static Map<String, Double> falseAlarms(Map<String, Change> changes) {
        double[] shares = FalseDiscovery.shares(
                changes.values().stream().map(Change::byChance).toList());
        Map<String, Double> falseAlarms = new HashMap<>();
        for (String supplier : changes.keySet()) {
            falseAlarms.put(supplier, shares[falseAlarms.size()]);
        }
        return falseAlarms;
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
