/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.care;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.schema.LakeTable;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.spark.actions.SparkActions;

/** Removes files in a table's folder that no snapshot knows: what killed writers and unfinished expiries left. */
final class Orphans {
    private final Lake lake;
    private final Duration age;

    Orphans(Lake lake, Duration age) {
        this.lake = lake;
        this.age = age;
    }

    /** @return number of files removed */
    long remove(String name, Table table, Instant now) {
        return writersDone(name, now)
                .map(done -> SparkActions.get(lake.spark())
                        .deleteOrphanFiles(table)
                        .olderThan(done.minus(age).toEpochMilli())
                        .execute()
                        .orphanFilesCount())
                .orElse(0L);
    }

    /**
     * When the table's writers had surely nothing left to commit. The streaming job commits files of its last checkpoint
     * when it comes back, be that days later: its files are only as old as its newest commit to any table.
     */
    private Optional<Instant> writersDone(String name, Instant now) {
        if (!name.startsWith(LakeTable.RAW + ".")) {
            return Optional.of(now);
        }
        return lake.tables().stream()
                .filter(other -> other.startsWith(LakeTable.RAW + "."))
                .flatMap(other -> lake.find(other).stream())
                .flatMap(other -> StreamSupport.stream(other.snapshots().spliterator(), false))
                .filter(snapshot -> snapshot.summary().containsKey(NeededSnapshots.STREAMING_JOB))
                .map(Snapshot::timestampMillis)
                .max(Comparator.naturalOrder())
                .map(Instant::ofEpochMilli);
    }
}
