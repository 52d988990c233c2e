/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import io.sourcelens.stack.ClickHouse;
import io.sourcelens.stack.LakeFiles;
import io.sourcelens.stack.StackSettings;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Sees new order lines in the lake as a reader does: through ClickHouse, in the table's newest snapshot. */
final class RawOrderLines {
    private final StackSettings settings;
    private final ClickHouse clickHouse;
    private final Map<String, Double> secondsByOrder = new ConcurrentHashMap<>();
    private final Instant committedAfter;
    private final String orderIdPrefix;
    private String seenVersion = "";

    /** @param orderIdPrefix of the orders that are looked for; empty for all */
    RawOrderLines(StackSettings settings, Instant committedAfter, String orderIdPrefix) {
        this.settings = settings;
        this.clickHouse = new ClickHouse(settings);
        this.committedAfter = committedAfter;
        this.orderIdPrefix = orderIdPrefix;
    }

    /** Seconds from commit to sight, by order. */
    Map<String, Double> orders() {
        return secondsByOrder;
    }

    void look() throws SQLException, IOException {
        String version = LakeFiles.inClickHouse(settings, "raw", "order_line");
        if (version.equals(seenVersion)) {
            return;
        }
        seenVersion = version;
        List<List<String>> orders =
                clickHouse.rows("""
                SELECT order_id, toUnixTimestamp64Milli(max(source_time))
                FROM %1$s
                WHERE change_op = 'c' AND ingested_at > fromUnixTimestamp64Milli(toInt64(%2$d))
                  AND source_time > fromUnixTimestamp64Milli(toInt64(%2$d)) AND startsWith(order_id, '%3$s')
                GROUP BY order_id""".formatted(version, committedAfter.toEpochMilli(), orderIdPrefix));
        double now = System.currentTimeMillis();
        orders.forEach(
                order -> secondsByOrder.putIfAbsent(order.get(0), (now - Double.parseDouble(order.get(1))) / 1000));
    }
}
