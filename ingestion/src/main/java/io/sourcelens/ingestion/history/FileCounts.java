/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history;

import io.sourcelens.ingestion.history.mapping.ImportException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What became of a file's rows: read = kept + rejected.
 *
 * @param keptNotes how many of the kept rows are remarkable, and why
 * @param rejected rows that became a dead letter, by reason
 */
record FileCounts(String file, long read, long kept, Map<String, Long> keptNotes, Map<String, Long> rejected) {
    FileCounts {
        keptNotes = Collections.unmodifiableMap(new LinkedHashMap<>(keptNotes));
        rejected = Collections.unmodifiableMap(new LinkedHashMap<>(rejected));
        long rejectedRows =
                rejected.values().stream().mapToLong(Long::longValue).sum();
        if (read != kept + rejectedRows) {
            throw new ImportException(
                    "Cannot account for every row of %s: read %d, kept %d, rejected %d; report this as a fault with the mapping"
                            .formatted(file, read, kept, rejectedRows));
        }
    }

    long rejectedRows() {
        return read - kept;
    }
}
