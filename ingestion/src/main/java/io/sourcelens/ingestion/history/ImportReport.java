/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What became of a file: read = kept + rejected.
 *
 * @param read rows of the file
 * @param kept rows that became a record
 * @param keptNotes how many of the kept rows are remarkable, and why
 * @param rejected rows that became a dead letter, by reason
 * @param sent records sent, by entity
 * @param derivedRejected records that sum up several rows and became a dead letter, by entity and reason
 */
record ImportReport(
        String file,
        String marketplace,
        long read,
        long kept,
        Map<String, Long> keptNotes,
        Map<String, Long> rejected,
        Map<String, Long> sent,
        Map<String, Map<String, Long>> derivedRejected) {

    private static final String LINE = "%-34s %12s%n";
    private static final String COUNT = "%-34s %,12d%n";

    ImportReport {
        keptNotes = Collections.unmodifiableMap(new LinkedHashMap<>(keptNotes));
        rejected = Collections.unmodifiableMap(new LinkedHashMap<>(rejected));
        sent = Collections.unmodifiableMap(new LinkedHashMap<>(sent));
        derivedRejected = Collections.unmodifiableMap(new LinkedHashMap<>(derivedRejected));
        if (read != kept + sum(rejected)) {
            throw new ImportException(
                    "Cannot account for every row of %s: read %d, kept %d, rejected %d; this is a fault in the format's SQL"
                            .formatted(file, read, kept, sum(rejected)));
        }
    }

    long rejectedRows() {
        return sum(rejected);
    }

    /** The report as a table for people. */
    String table() {
        StringBuilder table = new StringBuilder();
        table.append(LINE.formatted(file, "rows"));
        table.append(COUNT.formatted("read", read));
        table.append(COUNT.formatted("kept", kept));
        keptNotes.forEach((note, rows) -> table.append(COUNT.formatted("  of them " + note, rows)));
        table.append(COUNT.formatted("rejected", rejectedRows()));
        rejected.forEach((reason, rows) -> table.append(COUNT.formatted("  " + reason, rows)));
        table.append("read = kept + rejected: %,d = %,d + %,d%n%n".formatted(read, kept, rejectedRows()));
        table.append(LINE.formatted("marketplace " + marketplace, "records"));
        sent.forEach((entity, records) -> table.append(COUNT.formatted("  " + entity, records)));
        derivedRejected.forEach((entity, reasons) -> reasons.forEach((reason, records) ->
                table.append(COUNT.formatted("  %s rejected: %s".formatted(entity, reason), records))));
        table.append(COUNT.formatted("  dead_letter", rejectedRows() + derivedRejectedRecords()));
        return table.toString();
    }

    private long derivedRejectedRecords() {
        return derivedRejected.values().stream().mapToLong(ImportReport::sum).sum();
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
