/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import io.sourcelens.stack.Sql;
import io.sourcelens.stack.StackSettings;
import java.sql.SQLException;
import java.util.List;

/** How fast the marketplace really changes, as PostgreSQL itself counts it. */
final class RowChanges {
    private final StackSettings settings;
    private final long before;
    private final long sinceNanos = System.nanoTime();

    RowChanges(StackSettings settings) throws SQLException {
        this.settings = settings;
        this.before = count(settings);
    }

    /** Rows of captured tables that were inserted, updated or deleted since this was made. */
    double perSecond() throws SQLException {
        return (count(settings) - before) / ((System.nanoTime() - sinceNanos) / 1e9);
    }

    private static long count(StackSettings settings) throws SQLException {
        List<List<String>> rows = Sql.marketplace(settings, """
                SELECT sum(n_tup_ins + n_tup_upd + n_tup_del) FROM pg_stat_user_tables
                WHERE schemaname = 'marketplace'""");
        return Long.parseLong(rows.get(0).get(0));
    }
}
