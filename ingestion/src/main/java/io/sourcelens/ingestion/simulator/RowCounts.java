/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator;

import java.util.Map;
import java.util.TreeMap;

/** Rows that were written, by table; of a transaction, or of all that were committed. */
final class RowCounts {
    private final Map<String, Changes> byTable = new TreeMap<>();

    /** Rows of one table. */
    record Changes(long inserted, long updated, long deleted) {
        static final Changes NONE = new Changes(0, 0, 0);

        Changes plus(Changes other) {
            return new Changes(inserted + other.inserted, updated + other.updated, deleted + other.deleted);
        }
    }

    static RowCounts of(Map<String, Changes> byTable) {
        RowCounts counts = new RowCounts();
        counts.byTable.putAll(byTable);
        return counts;
    }

    void inserted(String table, long rows) {
        add(table, new Changes(rows, 0, 0));
    }

    void updated(String table, long rows) {
        add(table, new Changes(0, rows, 0));
    }

    void deleted(String table, long rows) {
        add(table, new Changes(0, 0, rows));
    }

    void add(RowCounts other) {
        other.byTable.forEach(this::add);
    }

    private void add(String table, Changes changes) {
        if (!changes.equals(Changes.NONE)) {
            byTable.merge(table, changes, Changes::plus);
        }
    }

    Map<String, Changes> byTable() {
        return byTable;
    }
}
