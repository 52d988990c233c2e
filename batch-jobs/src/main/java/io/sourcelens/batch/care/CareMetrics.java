/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.care;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** Counters of table care, in the text format of Prometheus. */
public final class CareMetrics {
    private final Map<String, CareResult> last = new TreeMap<>();
    private long failures;
    private long snapshotsExpired;
    private long filesDeleted;
    private long orphansRemoved;
    private double lastSeconds;
    private double lastEpochSeconds;

    /** Notes what one care of all tables did. */
    public synchronized void finished(List<CareResult> results, Instant now) {
        lastSeconds = 0;
        for (CareResult result : results) {
            lastSeconds += result.seconds();
            if (result.failure() != null) {
                failures++;
                continue;
            }
            last.put(result.table(), result);
            snapshotsExpired += result.snapshotsExpired();
            filesDeleted += result.filesDeleted();
            orphansRemoved += result.orphansRemoved();
        }
        lastEpochSeconds = now.toEpochMilli() / 1000.0;
    }

    /** All of them, one sample a line. */
    public synchronized String text() {
        StringBuilder text = new StringBuilder();
        sample(text, "failures_total", "counter", "Tables that could not be cared for.", failures);
        sample(text, "snapshots_expired_total", "counter", "Snapshots expired.", snapshotsExpired);
        sample(text, "files_deleted_total", "counter", "Files of expired snapshots deleted.", filesDeleted);
        sample(text, "orphans_removed_total", "counter", "Files that no snapshot knew, removed.", orphansRemoved);
        sample(text, "last_seconds", "gauge", "Duration of the last care of all tables.", lastSeconds);
        sample(text, "last_timestamp_seconds", "gauge", "When tables were last cared for.", lastEpochSeconds);
        ofTables(text, "table_files", "Data files of a table after its last care.", CareResult::filesAfter);
        ofTables(text, "table_bytes", "Bytes of data files of a table after its last care.", CareResult::bytesAfter);
        return text.toString();
    }

    private void ofTables(StringBuilder text, String name, String help, ToLongFunction<CareResult> value) {
        type(text, name, "gauge", help);
        last.forEach((table, result) ->
                text.append("sourcelens_care_%s{table=\"%s\"} %d%n".formatted(name, table, value.applyAsLong(result))));
    }

    private static void sample(StringBuilder text, String name, String type, String help, Number value) {
        type(text, name, type, help);
        text.append("sourcelens_care_%s %s%n".formatted(name, value));
    }

    private static void type(StringBuilder text, String name, String type, String help) {
        text.append("# HELP sourcelens_care_%s %s%n# TYPE sourcelens_care_%s %s%n".formatted(name, help, name, type));
    }
}
