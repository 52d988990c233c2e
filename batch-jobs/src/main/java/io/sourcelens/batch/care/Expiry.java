/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.care;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.StreamSupport;
import org.apache.iceberg.Table;

/**
 * Expires old snapshots and deletes the files that only they knew.
 *
 * @param snapshots expired
 * @param files deleted, those of metadata included
 */
record Expiry(long snapshots, long files) {
    static final Expiry NONE = new Expiry(0, 0);

    /** If it dies after the commit and before the last file is deleted, the rest are orphans. */
    static Expiry run(Table table, Instant before) {
        table.refresh();
        if (table.currentSnapshot() == null) {
            return NONE;
        }
        long had = count(table);
        AtomicLong files = new AtomicLong();
        table.expireSnapshots()
                .expireOlderThan(before.toEpochMilli())
                .deleteWith(file -> {
                    table.io().deleteFile(file);
                    files.incrementAndGet();
                })
                .commit();
        table.refresh();
        return new Expiry(Math.max(0, had - count(table)), files.get());
    }

    private static long count(Table table) {
        return StreamSupport.stream(table.snapshots().spliterator(), false).count();
    }
}
