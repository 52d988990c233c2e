/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.care;

import java.util.Map;
import org.apache.iceberg.SnapshotSummary;
import org.apache.iceberg.Table;

/** Data files of a table's newest snapshot, and their bytes. */
record TableSize(long files, long bytes) {
    static TableSize of(Table table) {
        if (table.currentSnapshot() == null) {
            return new TableSize(0, 0);
        }
        Map<String, String> summary = table.currentSnapshot().summary();
        return new TableSize(
                Long.parseLong(summary.getOrDefault(SnapshotSummary.TOTAL_DATA_FILES_PROP, "0")),
                Long.parseLong(summary.getOrDefault(SnapshotSummary.TOTAL_FILE_SIZE_PROP, "0")));
    }
}
