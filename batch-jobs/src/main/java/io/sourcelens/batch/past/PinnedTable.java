/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.past;

import java.time.Instant;
import java.util.List;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.HistoryEntry;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.StaticTableOperations;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.util.SnapshotUtil;
import org.jspecify.annotations.Nullable;

/** Tables as they were, to be read only. Columns that came later are null. */
final class PinnedTable {
    private PinnedTable() {}

    /**
     * The table as it was at an instant; empty where it had no rows yet.
     *
     * @throws ExpiredException if its snapshot of then is gone
     */
    static Table at(Table table, Instant instant) {
        if (instant.isBefore(earliest(table))) {
            throw new ExpiredException(table.name(), earliest(table));
        }
        Long snapshot = SnapshotUtil.nullableSnapshotIdAsOfTime(table, instant.toEpochMilli());
        TableMetadata now = ((HasTableOperations) table).operations().current();
        return new BaseTable(new StaticTableOperations(at(now, snapshot), table.io()), table.name());
    }

    private static TableMetadata at(TableMetadata now, @Nullable Long snapshot) {
        TableMetadata.Builder then = TableMetadata.buildFrom(now);
        if (snapshot == null) {
            then.removeRef(SnapshotRef.MAIN_BRANCH);
        } else {
            then.setBranchSnapshot(snapshot, SnapshotRef.MAIN_BRANCH);
        }
        return then.discardChanges().build();
    }

    /** From when on it can be told what the table was: always, if its first snapshot is still there. */
    static Instant earliest(Table table) {
        List<HistoryEntry> history = table.history();
        if (history.isEmpty()) {
            return Instant.MIN;
        }
        Snapshot oldest = table.snapshot(history.get(0).snapshotId());
        return oldest.parentId() == null
                ? Instant.MIN
                : Instant.ofEpochMilli(history.get(0).timestampMillis());
    }
}
