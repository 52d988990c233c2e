/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator;

import io.sourcelens.ingestion.simulator.plan.Contribution;
import io.sourcelens.ingestion.simulator.plan.Ledger;
import io.sourcelens.ingestion.simulator.plan.SupplierCounts;
import io.sourcelens.ingestion.simulator.world.WorldOptions;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was counted while the history was generated, as known at its end.
 *
 * @param asOf newest order
 * @param rows rows per table
 * @param suppliers counts of the whole history; parcels due before its end
 * @param suppliersInWindow counts by days of the window that ends on the day of {@code asOf}; parcels due before it
 */
record LedgerTruth(
        Instant asOf,
        Map<String, Long> rows,
        Contribution contribution,
        Collection<SupplierCounts> suppliers,
        Map<Integer, Collection<SupplierCounts>> suppliersInWindow) {

    static LedgerTruth of(WorldOptions options, HistoryRows history) {
        Ledger ledger = history.ledger();
        Map<String, Long> rows = new LinkedHashMap<>();
        history.byTable().forEach((table, tableRows) -> rows.put(table.name(), (long) tableRows.size()));
        return new LedgerTruth(
                ledger.asOf(),
                rows,
                ledger.contribution(),
                ledger.suppliers(options.until()),
                Map.of(30, ledger.suppliersInWindow(30), 90, ledger.suppliersInWindow(90)));
    }
}
