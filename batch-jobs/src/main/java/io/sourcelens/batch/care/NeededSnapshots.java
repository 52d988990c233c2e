/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.care;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.Notes;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.util.SnapshotUtil;

/**
 * Snapshots that somebody will come back to, whatever their age: those that a job noted as read, for it goes on from
 * there, and the newest of the streaming job, where it looks up after a restart what it has committed already.
 *
 * @param noted every number in the newest notes of any table; ids of snapshots are random, so no other number is one
 */
public record NeededSnapshots(Set<Long> noted) {
    /** Set by Flink's sink; without it a restarted job would commit its last checkpoint twice. */
    public static final String STREAMING_JOB = "flink.job-id";

    private static final Pattern NUMBER = Pattern.compile("\\d{1,19}");

    public NeededSnapshots {
        noted = Set.copyOf(noted);
    }

    /** Of the newest notes. */
    public static NeededSnapshots of(Lake lake) {
        Set<Long> numbers = new HashSet<>();
        for (String name : lake.tables()) {
            lake.find(name).map(lake::notes).ifPresent(notes -> addNumbers(notes, numbers));
        }
        return new NeededSnapshots(numbers);
    }

    private static void addNumbers(Notes notes, Set<Long> numbers) {
        for (String text : notes.entries().values()) {
            NUMBER.matcher(text)
                    .results()
                    .map(found -> parsed(found.group()))
                    .forEach(found -> found.ifPresent(numbers::add));
        }
    }

    private static Optional<Long> parsed(String digits) {
        try {
            return Optional.of(Long.parseLong(digits));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * The time before which a table's snapshots may go: never later than wanted, and never so late that a needed snapshot
     * or one after it would go, or the one that was the newest at the time that is wanted: then it can still be told what
     * the table was. Clocks of writers differ, so the earliest time among them counts.
     */
    Instant expirableBefore(Table table, Instant wanted) {
        if (table.currentSnapshot() == null) {
            return wanted;
        }
        Instant limit = wanted;
        Instant earliest = Instant.MAX;
        boolean streamed = false;
        boolean wasNewest = false;
        for (Snapshot snapshot : SnapshotUtil.currentAncestors(table)) {
            Instant made = Instant.ofEpochMilli(snapshot.timestampMillis());
            earliest = made.isBefore(earliest) ? made : earliest;
            boolean newestStreamed = !streamed && snapshot.summary().containsKey(STREAMING_JOB);
            streamed |= newestStreamed;
            boolean newestThen = !wasNewest && !made.isAfter(wanted);
            wasNewest |= newestThen;
            // The newest of all is kept anyhow.
            boolean needed = newestStreamed
                    || newestThen
                            && snapshot.snapshotId() != table.currentSnapshot().snapshotId()
                    || noted.contains(snapshot.snapshotId());
            if (needed && earliest.isBefore(limit)) {
                limit = earliest;
            }
        }
        return limit;
    }
}
