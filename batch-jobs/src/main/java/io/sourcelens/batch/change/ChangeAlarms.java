/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.change;

import io.sourcelens.batch.calibration.Calibration;
import io.sourcelens.batch.calibration.Finding;
import io.sourcelens.batch.calibration.Share;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.random.RandomDataGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.apache.iceberg.data.Record;

/** How soon a supplier that becomes worse raises an alarm, how well that is dated, and how many alarms are false. */
public final class ChangeAlarms implements Calibration {
    private static final LakeTable TABLE = LakeTable.mart(Schemas.mart("supplier_change"));
    private static final Marketplace MARKETPLACE =
            new Marketplace("m", "M", "CNY", ZoneOffset.UTC, 15, Instant.parse("2026-12-01T00:00:00Z"));
    /** Weeks after the change in which alarms are counted and dates compared. */
    private static final int JUDGED_AFTER_WEEKS = 8;

    private static final double SURE = 0.05;

    private final int suppliers;

    /** @param suppliers of whom one in ten becomes worse */
    public ChangeAlarms(int suppliers) {
        this.suppliers = suppliers;
    }

    @Override
    public List<Finding> of(int seed) {
        PlantedWeeks planted =
                new PlantedWeeks(new RandomDataGenerator(new Well19937c(seed)), suppliers, suppliers / 10);
        Map<String, Integer> delays = new TreeMap<>();
        for (int weeks = 1; PlantedWeeks.CHANGE + weeks <= PlantedWeeks.WEEKS; weeks++) {
            for (Record row : rows(planted, PlantedWeeks.CHANGE + weeks)) {
                if (planted.isChanging(supplier(row)) && isWorse(row)) {
                    delays.putIfAbsent(supplier(row), weeks);
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        List<Integer> sorted = delays.values().stream().sorted().toList();
        int changing = suppliers / 10;
        findings.add(Finding.stated(
                "supplier changes, found within %d weeks".formatted(PlantedWeeks.WEEKS - PlantedWeeks.CHANGE),
                "%",
                100.0 * sorted.size() / changing));
        findings.add(
                Finding.stated("supplier changes, median delay of the alarm", "weeks", sorted.get(sorted.size() / 2)));
        findings.addAll(judged(planted, rows(planted, PlantedWeeks.CHANGE + JUDGED_AFTER_WEEKS)));
        return findings;
    }

    private static List<Finding> judged(PlantedWeeks planted, List<Record> rows) {
        Share falseAlarms = new Share();
        Share byChance = new Share();
        Share held = new Share();
        List<Long> errors = new ArrayList<>();
        for (Record row : rows) {
            if ((Boolean) row.getField("alarm")) {
                falseAlarms.add(!planted.isChanging(supplier(row)));
            }
            if (!planted.isChanging(supplier(row))) {
                byChance.add((Double) row.getField("by_chance") <= SURE);
            } else if (isWorse(row)) {
                LocalDate changed = PlantedWeeks.changedOn();
                errors.add(Math.abs(ChronoUnit.WEEKS.between(changed, (LocalDate) row.getField("since_day"))));
                held.add(!changed.isBefore((LocalDate) row.getField("since_day_low"))
                        && !changed.isAfter((LocalDate) row.getField("since_day_high")));
            }
        }
        errors.sort(null);
        return List.of(
                Finding.stated("supplier changes, median error of the date", "weeks", errors.get(errors.size() / 2)),
                Finding.stated("supplier changes, 90 % regions that hold the week", "%", held.percent()),
                Finding.atMost("supplier changes, false among the alarms", "%", 10, falseAlarms.percent()),
                Finding.atMost("no change, yet chance shows it 1 time in 20", "%", 6, byChance.percent()));
    }

    private List<Record> rows(PlantedWeeks planted, int weeks) {
        return new SupplierChanges(TABLE, MARKETPLACE, Target.LATE_DISPATCH, true, Map.of(), "run")
                .rows(planted.after(weeks));
    }

    private static String supplier(Record row) {
        return (String) row.getField("supplier_id");
    }

    private static boolean isWorse(Record row) {
        return (Boolean) row.getField("alarm") && "worse".equals(row.getField("direction"));
    }
}
