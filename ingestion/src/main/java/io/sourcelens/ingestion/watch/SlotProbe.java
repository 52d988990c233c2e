/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.watch;

import io.sourcelens.ingestion.watch.Reading.Slot;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** The replication slot as PostgreSQL sees it. */
final class SlotProbe {
    private static final String SLOT = """
            select active,
                   confirmed_flush_lsn - '0/0'::pg_lsn as confirmed,
                   pg_current_wal_lsn() - '0/0'::pg_lsn as written,
                   pg_current_wal_lsn() - restart_lsn as retained
            from pg_replication_slots
            where slot_name = 'sourcelens'
            """;

    private final String url;
    private final Properties properties = new Properties();

    SlotProbe(WatchSettings settings) {
        this.url = settings.databaseUrl();
        properties.setProperty("user", settings.databaseUser());
        properties.setProperty("password", settings.databasePassword());
        properties.setProperty("connectTimeout", "3");
        properties.setProperty("socketTimeout", "3");
    }

    Slot read() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, properties);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SLOT)) {
            return row.next()
                    ? new Slot(
                            true,
                            row.getBoolean("active"),
                            row.getLong("confirmed"),
                            row.getLong("written"),
                            row.getLong("retained"))
                    : Slot.ABSENT;
        }
    }
}
