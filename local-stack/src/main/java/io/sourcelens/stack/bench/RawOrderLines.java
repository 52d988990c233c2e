/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import io.sourcelens.stack.ClickHouse;
import io.sourcelens.stack.LakeFiles;
import io.sourcelens.stack.StackSettings;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sees new order lines in the lake as a reader does: in the table's newest snapshot, from the moment the catalog names it.
 * What is in it ClickHouse reads afterwards, which is not part of the wait.
 */
final class RawOrderLines implements AutoCloseable {
    private final Connection catalog;
    private final ClickHouse clickHouse;
    private final Map<String, Double> secondsByOrder = new ConcurrentHashMap<>();
    private final Instant committedAfter;
    private final String orderIdPrefix;
    private String seenVersion = "";
    /** The local topic has one partition, so that whatever is new has a greater offset. */
    private long seenOffset = -1;

    /** @param orderIdPrefix of the orders that are looked for; empty for all */
    RawOrderLines(StackSettings settings, Instant committedAfter, String orderIdPrefix) throws SQLException {
        this.catalog = LakeFiles.catalog(settings);
        this.clickHouse = new ClickHouse(settings);
        this.committedAfter = committedAfter;
        this.orderIdPrefix = orderIdPrefix;
    }

    /** Seconds from commit to sight, by order. */
    Map<String, Double> orders() {
        return secondsByOrder;
    }

    void look() throws SQLException, IOException {
        String version = LakeFiles.inClickHouse(catalog, "raw", "order_line");
        double now = System.currentTimeMillis();
        if (version.equals(seenVersion)) {
            return;
        }
        seenVersion = version;
        List<List<String>> orders =
                clickHouse.rows("""
                SELECT order_id, toUnixTimestamp64Milli(max(source_time)), max(topic_offset)
                FROM %1$s
                WHERE change_op = 'c' AND topic_offset > %4$d AND ingested_at > fromUnixTimestamp64Milli(toInt64(%2$d))
                  AND source_time > fromUnixTimestamp64Milli(toInt64(%2$d)) AND startsWith(order_id, '%3$s')
                GROUP BY order_id""".formatted(version, committedAfter.toEpochMilli(), orderIdPrefix, seenOffset));
        for (List<String> order : orders) {
            secondsByOrder.putIfAbsent(order.get(0), (now - Double.parseDouble(order.get(1))) / 1000);
            seenOffset = Math.max(seenOffset, Long.parseLong(order.get(2)));
        }
    }

    @Override
    public void close() throws SQLException {
        catalog.close();
    }
}
