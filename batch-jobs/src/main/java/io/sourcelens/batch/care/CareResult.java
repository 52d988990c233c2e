/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.care;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What care did to one table.
 *
 * @param filesDeleted of expired snapshots, those of metadata included
 * @param failure why it was not finished, {@code null} if it was; the table is correct all the same
 */
public record CareResult(
        String table,
        long filesBefore,
        long bytesBefore,
        long filesAfter,
        long bytesAfter,
        long snapshotsExpired,
        long filesDeleted,
        long orphansRemoved,
        double seconds,
        @Nullable String failure) {

    static CareResult failed(String table, double seconds, String failure) {
        return new CareResult(table, 0, 0, 0, 0, 0, 0, 0, seconds, failure);
    }

    /** As the driver answers and logs it. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("table", table);
        json.put("files_before", filesBefore);
        json.put("bytes_before", bytesBefore);
        json.put("files_after", filesAfter);
        json.put("bytes_after", bytesAfter);
        json.put("snapshots_expired", snapshotsExpired);
        json.put("files_deleted", filesDeleted);
        json.put("orphans_removed", orphansRemoved);
        json.put("seconds", seconds);
        if (failure != null) {
            json.put("failure", failure);
        }
        return json;
    }
}
