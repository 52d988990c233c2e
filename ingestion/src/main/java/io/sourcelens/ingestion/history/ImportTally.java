/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history;

import io.sourcelens.ingestion.history.mapping.ImportException;
import io.sourcelens.schema.TableSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts what became of the rows and of the records made from them. */
final class ImportTally {
    private final Map<String, Long> sent = new LinkedHashMap<>();
    private final Map<String, Map<String, Long>> rejectedRecords = new TreeMap<>();
    private final Map<String, Map<String, Long>> rejectedRows = new LinkedHashMap<>();
    private final Map<String, Map<String, Long>> keptNotes = new LinkedHashMap<>();
    private final Map<String, Set<Long>> rejectedLate = new LinkedHashMap<>();
    private final Map<String, long[]> readAndKept = new LinkedHashMap<>();
    private long deadLetters;
    private long deliveredBefore;

    void countSent(TableSchema entity) {
        sent.merge(entity.name(), 1L, Long::sum);
    }

    long sent(TableSchema entity) {
        return sent.getOrDefault(entity.name(), 0L);
    }

    void deadLetter() {
        deadLetters++;
    }

    void deliveredBefore() {
        deliveredBefore++;
    }

    void rejectedRecord(TableSchema entity, String reason) {
        rejectedRecords.computeIfAbsent(entity.name(), name -> new TreeMap<>()).merge(reason, 1L, Long::sum);
    }

    void rejectedRow(String file, String reason) {
        rejectedRows.computeIfAbsent(file, name -> new TreeMap<>()).merge(reason, 1L, Long::sum);
    }

    /** A row that was kept, until the gate rejected its record. */
    void rejectedLate(String file, long position, String reason) {
        if (rejectedLate.computeIfAbsent(file, name -> new HashSet<>()).add(position)) {
            rejectedRow(file, reason);
        }
    }

    void noteKept(String file, String note, long rows) {
        keptNotes.computeIfAbsent(file, name -> new LinkedHashMap<>()).put(note, rows);
    }

    /** @param kept rows that were kept before the gate judged their records */
    void counted(String file, long read, long kept) {
        readAndKept.put(file, new long[] {
            read, kept - rejectedLate.getOrDefault(file, Set.of()).size()
        });
    }

    /** @throws ImportException when rows are unaccounted for */
    ImportReport report(String marketplace) {
        List<FileCounts> files = new ArrayList<>();
        readAndKept.forEach((file, counts) -> files.add(new FileCounts(
                file,
                counts[0],
                counts[1],
                keptNotes.getOrDefault(file, Map.of()),
                rejectedRows.getOrDefault(file, Map.of()))));
        return new ImportReport(marketplace, files, sent, rejectedRecords, deadLetters, deliveredBefore);
    }
}
