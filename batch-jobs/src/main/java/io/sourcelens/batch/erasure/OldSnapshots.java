/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.erasure;

import io.sourcelens.batch.care.NeededSnapshots;
import io.sourcelens.batch.core.Increment;
import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.Notes;
import io.sourcelens.schema.LakeTable;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.apache.iceberg.ExpireSnapshots;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.util.SnapshotUtil;

/**
 * Snapshots from before an erasure. What the streaming job looks up in them, and what jobs have noted of them, is carried
 * to newer ones first; then they expire with the files that only they knew.
 */
final class OldSnapshots {
    private static final int ATTEMPTS = 20;
    private static final String STREAMING = "flink.";

    private final Lake lake;

    OldSnapshots(Lake lake) {
        this.lake = lake;
    }

    /**
     * @param erasure snapshot that erased
     * @return number of snapshots that are left because somebody still needs them
     */
    long expire(String name, long erasure) {
        for (int attempt = 0; attempt < ATTEMPTS && !streamingLooksBehind(name, erasure); attempt++) {
            carryStreaming(name);
        }
        if (name.startsWith(LakeTable.RAW + ".")) {
            carryNotes(name.substring(LakeTable.RAW.length() + 1), erasure);
        }
        Table table = lake.find(name).orElseThrow();
        List<Snapshot> old = before(table, erasure);
        NeededSnapshots needed = NeededSnapshots.of(lake);
        boolean stillNoted = old.stream().anyMatch(snapshot -> needed.noted().contains(snapshot.snapshotId()));
        if (old.isEmpty() || stillNoted || !streamingLooksBehind(name, erasure)) {
            return old.size();
        }
        ExpireSnapshots expiry = table.expireSnapshots();
        old.forEach(snapshot -> expiry.expireSnapshotId(snapshot.snapshotId()));
        expiry.commit();
        return 0;
    }

    private static List<Snapshot> before(Table table, long erasure) {
        long sequence = table.snapshot(erasure).sequenceNumber();
        return StreamSupport.stream(table.snapshots().spliterator(), false)
                .filter(snapshot -> snapshot.sequenceNumber() < sequence)
                .toList();
    }

    private static Optional<Snapshot> newestStreamed(Table table) {
        return StreamSupport.stream(SnapshotUtil.currentAncestors(table).spliterator(), false)
                .filter(snapshot -> snapshot.summary().containsKey(NeededSnapshots.STREAMING_JOB))
                .findFirst();
    }

    /** Whether the streaming job finds its newest commit behind the erasure, or has none. */
    private boolean streamingLooksBehind(String name, long erasure) {
        Table table = lake.find(name).orElseThrow();
        long sequence = table.snapshot(erasure).sequenceNumber();
        return newestStreamed(table)
                .map(streamed -> streamed.sequenceNumber() > sequence)
                .orElse(true);
    }

    /** Fails where the streaming job commits meanwhile: an older note in front of its newest would repeat rows. */
    private void carryStreaming(String name) {
        Table table = lake.find(name).orElseThrow();
        OverwriteFiles carrier = table.newOverwrite()
                .validateFromSnapshot(table.currentSnapshot().snapshotId())
                .conflictDetectionFilter(Expressions.alwaysTrue())
                .validateNoConflictingData();
        newestStreamed(table).orElseThrow().summary().forEach((key, value) -> {
            if (key.startsWith(STREAMING)) {
                carrier.set(key, value);
            }
        });
        try {
            carrier.commit();
        } catch (ValidationException e) {
            // The streaming job was faster: its own commit is behind the erasure then.
        }
    }

    /** A job that has read up to a snapshot before the erasure, and misses no row since, has read up to the erasure. */
    private void carryNotes(String entity, long erasure) {
        for (String reader : lake.tables()) {
            Notes notes = lake.find(reader).map(lake::notes).orElse(Notes.NONE);
            TreeMap<String, String> carried = new TreeMap<>(notes.entries());
            carried.replaceAll((key, value) -> missesNothing(entity, value, erasure) ? Long.toString(erasure) : value);
            if (!carried.equals(notes.entries())) {
                lake.note(reader, new Notes(carried));
            }
        }
    }

    private boolean missesNothing(String entity, String noted, long erasure) {
        Table raw = lake.find("raw." + entity).orElseThrow();
        return noted.matches("\\d{1,18}|[1-8]\\d{18}")
                && before(raw, erasure).stream().anyMatch(old -> old.snapshotId() == Long.parseLong(noted))
                && Increment.between(lake, "raw." + entity, Optional.of(Long.parseLong(noted)), Optional.of(erasure))
                        .filter(increment -> !increment.full() && increment.isEmpty())
                        .isPresent();
    }
}
