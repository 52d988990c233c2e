/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.core;

import io.sourcelens.batch.lake.Lake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.util.SnapshotUtil;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The rows of an append-only table that a job has not seen yet.
 *
 * @param after snapshot up to which it has seen all; empty if it has seen none, or if that snapshot is gone
 * @param upTo snapshot up to which it will have
 * @param rowCount rows between them
 */
public record Increment(String table, Optional<Long> after, long upTo, long rowCount) {

    /** What stands between a snapshot that was seen and one to be seen; empty if the table has no rows at all. */
    public static Optional<Increment> between(Lake lake, String name, Optional<Long> seen, Optional<Long> upToWanted) {
        Optional<Table> found = lake.find(name).filter(table -> table.currentSnapshot() != null);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Table table = found.get();
        long upTo = upToWanted.orElseGet(() -> table.currentSnapshot().snapshotId());
        Optional<Long> after = seen.filter(
                id -> id == upTo || (table.snapshot(id) != null && SnapshotUtil.isAncestorOf(table, upTo, id)));
        return Optional.of(new Increment(name, after, upTo, count(table, after, upTo)));
    }

    /** Whether the job has to read everything. */
    public boolean full() {
        return after.isEmpty();
    }

    public boolean isEmpty() {
        return rowCount == 0;
    }

    public Dataset<Row> rows(Lake lake) {
        return after.map(id -> lake.readAppended(table, id, upTo)).orElseGet(() -> lake.read(table, upTo));
    }

    private static long count(Table table, Optional<Long> after, long upTo) {
        if (after.isPresent() && after.get() == upTo) {
            return 0;
        }
        try (CloseableIterable<FileScanTask> files = after.map(id -> table.newIncrementalAppendScan()
                        .fromSnapshotExclusive(id)
                        .toSnapshot(upTo)
                        .planFiles())
                .orElseGet(() -> table.newScan().useSnapshot(upTo).planFiles())) {
            long rows = 0;
            for (FileScanTask file : files) {
                rows += file.file().recordCount();
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot plan the changes of " + table.name(), e);
        }
    }
}
