/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import io.sourcelens.stack.MarketplaceTables;
import io.sourcelens.stack.Sql;
import io.sourcelens.stack.StackSettings;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many rows of captured tables were changed, as PostgreSQL counts them for itself; exact once the sessions that
 * changed them have ended.
 *
 * @param counts by table and operation, as {@code order c}
 */
record CommittedChanges(Map<String, Long> counts) {

    static CommittedChanges now(StackSettings settings) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        for (List<String> row : Sql.marketplace(settings, """
                SELECT relname, n_tup_ins, n_tup_upd, n_tup_del FROM pg_stat_user_tables
                WHERE schemaname = 'marketplace'""")) {
            if (MarketplaceTables.CAPTURED.contains(row.get(0))) {
                counts.put(row.get(0) + " c", Long.valueOf(row.get(1)));
                counts.put(row.get(0) + " u", Long.valueOf(row.get(2)));
                counts.put(row.get(0) + " d", Long.valueOf(row.get(3)));
            }
        }
        return new CommittedChanges(counts);
    }

    CommittedChanges since(CommittedChanges before) {
        Map<String, Long> difference = new TreeMap<>();
        counts.forEach((name, count) -> difference.put(name, count - before.counts.getOrDefault(name, 0L)));
        return new CommittedChanges(difference);
    }

    long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
