/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history;

import io.sourcelens.schema.TableSchema;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts what became of the rows and of the records made from them. */
final class ImportTally {
    private final Map<String, Long> sent = new LinkedHashMap<>();
    private final Map<String, Map<String, Long>> rejected = new TreeMap<>();
    private final Map<String, Long> keptNotes = new LinkedHashMap<>();

    void sent(TableSchema entity, long records) {
        sent.merge(entity.name(), records, Long::sum);
    }

    long sent(TableSchema entity) {
        return sent.getOrDefault(entity.name(), 0L);
    }

    void rejected(TableSchema entity, String reason) {
        rejected.computeIfAbsent(entity.name(), name -> new TreeMap<>()).merge(reason, 1L, Long::sum);
    }

    void noteKept(String note, long rows) {
        keptNotes.put(note, rows);
    }

    /** @throws ImportException when rows are unaccounted for */
    ImportReport report(Path file, HistoryFormat format, long read) {
        String rowEntity = format.rowEntity().name();
        Map<String, Map<String, Long>> derived = new TreeMap<>(rejected);
        Map<String, Long> rows = derived.remove(rowEntity);
        return new ImportReport(
                file.getFileName().toString(),
                format.marketplace(),
                read,
                sent(format.rowEntity()),
                keptNotes,
                rows == null ? Map.of() : rows,
                sent,
                derived);
    }
}
