/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of an import.
 *
 * @param sent records, by entity
 * @param rejectedRecords records that the gate rejected, by entity and reason
 * @param deliveredBefore how many of all records and dead letters an earlier run had delivered
 */
record ImportReport(
        String marketplace,
        List<FileCounts> files,
        Map<String, Long> sent,
        Map<String, Map<String, Long>> rejectedRecords,
        long deadLetters,
        long deliveredBefore) {

    private static final String LINE = "%-42s %12s%n";
    private static final String COUNT = "%-42s %,12d%n";

    ImportReport {
        files = List.copyOf(files);
        sent = Collections.unmodifiableMap(new LinkedHashMap<>(sent));
        rejectedRecords = Collections.unmodifiableMap(new LinkedHashMap<>(rejectedRecords));
    }

    /** The report as a table for people. */
    String table() {
        StringBuilder table = new StringBuilder();
        files.forEach(file -> append(table, file));
        table.append(LINE.formatted("marketplace " + marketplace, "records"));
        sent.forEach((entity, records) -> table.append(COUNT.formatted("  " + entity, records)));
        rejectedRecords.forEach((entity, reasons) -> reasons.forEach((reason, records) ->
                table.append(COUNT.formatted("  %s rejected: %s".formatted(entity, reason), records))));
        table.append(COUNT.formatted("  dead_letter", deadLetters));
        if (deliveredBefore > 0) {
            table.append(COUNT.formatted("  of them delivered by an earlier run", deliveredBefore));
        }
        return table.toString();
    }

    private static void append(StringBuilder table, FileCounts file) {
        table.append(LINE.formatted(file.file(), "rows"));
        table.append(COUNT.formatted("read", file.read()));
        table.append(COUNT.formatted("kept", file.kept()));
        file.keptNotes().forEach((note, rows) -> table.append(COUNT.formatted("  of them " + note, rows)));
        table.append(COUNT.formatted("rejected", file.rejectedRows()));
        file.rejected().forEach((reason, rows) -> table.append(COUNT.formatted("  " + reason, rows)));
        table.append(
                "read = kept + rejected: %,d = %,d + %,d%n%n".formatted(file.read(), file.kept(), file.rejectedRows()));
    }
}
