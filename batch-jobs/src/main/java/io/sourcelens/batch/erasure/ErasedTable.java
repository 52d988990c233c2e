/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.erasure;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was erased in one table.
 *
 * @param rows that named the person: changed, or deleted in the dead letters
 * @param snapshotsLeft older snapshots that are still there and may name the person; 0 when nothing is left
 */
public record ErasedTable(String table, long rows, long snapshotsLeft) {
    /** As the driver answers it. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("table", table);
        json.put("rows", rows);
        json.put("snapshots_left", snapshotsLeft);
        return json;
    }
}
