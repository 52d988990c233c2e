/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.marketplace;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Foreign keys and secondary indexes of the marketplace, taken off while much is loaded and put back afterwards: checking
 * all rows at once is several times cheaper than each. Belongs into the transaction of the load, which fails if a key
 * does not hold.
 */
public final class DeferredChecks {
    private final Connection connection;
    private final List<String> putBack = new ArrayList<>();

    private DeferredChecks(Connection connection) {
        this.connection = connection;
    }

    public static DeferredChecks takeOff(Connection connection) throws SQLException {
        DeferredChecks checks = new DeferredChecks(connection);
        List<String> takeOff = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select
                            format('alter table %s drop constraint %I', conrelid::regclass, conname) as take_off,
                            format('alter table %s add constraint %I %s',
                                   conrelid::regclass, conname, pg_get_constraintdef(oid)) as put_back
                        from pg_constraint
                        where contype = 'f' and connamespace = 'marketplace'::regnamespace
                        union all
                        select format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
                        from pg_index join pg_class on pg_class.oid = indexrelid
                        where not indisunique and relnamespace = 'marketplace'::regnamespace""")) {
            while (rows.next()) {
                takeOff.add(rows.getString("take_off"));
                checks.putBack.add(rows.getString("put_back"));
            }
        }
        checks.execute(takeOff);
        return checks;
    }

    public void putBack() throws SQLException {
        execute(putBack);
    }

    private void execute(List<String> commands) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }
}
