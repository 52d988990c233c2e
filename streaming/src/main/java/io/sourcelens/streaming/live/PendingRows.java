/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.live;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows that are not written yet, the newest of each key, in the order in which their keys came. Safe for two threads. */
final class PendingRows {
    private record Key(String table, String key) {}

    private final Map<Key, LiveRow> waiting = new LinkedHashMap<>();
    private List<LiveRow> underway = List.of();

    synchronized void add(LiveRow row) {
        waiting.merge(
                new Key(row.table(), row.key()),
                row,
                (known, added) -> added.version() < known.version() ? known : added);
    }

    /** The next rows of one table, which are under way from now on; empty if there are none. */
    synchronized List<LiveRow> take(int most) {
        List<LiveRow> batch = new ArrayList<>();
        @Nullable String table = null;
        Iterator<LiveRow> rows = waiting.values().iterator();
        while (rows.hasNext() && batch.size() < most) {
            LiveRow row = rows.next();
            if (table == null || row.table().equals(table)) {
                table = row.table();
                batch.add(row);
                rows.remove();
            }
        }
        underway = batch;
        return batch;
    }

    /** What is under way has arrived. */
    synchronized void arrived() {
        underway = List.of();
    }

    /** What is under way may not have arrived: it waits again, unless something newer does. */
    synchronized void returned() {
        underway.forEach(this::add);
        underway = List.of();
    }

    /** Everything of which it is not certain that it is written. */
    synchronized List<LiveRow> all() {
        List<LiveRow> all = new ArrayList<>(underway);
        all.addAll(waiting.values());
        return all;
    }

    synchronized int size() {
        return waiting.size() + underway.size();
    }
}
