/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.publish;

import io.sourcelens.batch.publish.PublishException.Category;
import io.sourcelens.schema.ClickHouseMigrationException;
import io.sourcelens.schema.ClickHouseMigrations;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes a run's marts into ClickHouse. All are loaded and counted beside those that are read, then exchanged at
 * once. Killed at any point, it is simply run again: readers never see half a table, and leftovers are dropped by the
 * next publication. There is one publisher at a time; a second one makes the first fail, not the readers.
 */
public final class MartPublisher {
    private static final Logger LOGGER = LoggerFactory.getLogger(MartPublisher.class);
    private static final String TEN_MINUTES_IN_MILLIS = "600000";

    private final PublishConfiguration configuration;

    public MartPublisher(PublishConfiguration configuration) {
        this.configuration = configuration;
    }

    /**
     * @param tables the versions that the run wrote; marts that are not among them stay as they are
     * @throws PublishException if nothing new is seen by readers; its category says whether to try again
     */
    public synchronized void publish(String runId, List<PublishedTable> tables) {
        try (Connection connection = connect()) {
            migrate(connection);
            publish(tables, new MartTables(connection));
        } catch (ClickHouseMigrationException | SQLException e) {
            throw new PublishException(ClickHouseError.category(e), cannotPublish(runId, e), e);
        }
        LOGGER.atInfo()
                .addKeyValue("event", "marts_published")
                .addKeyValue("run_id", runId)
                .addKeyValue(
                        "rows", tables.stream().mapToLong(PublishedTable::rows).sum())
                .addKeyValue("marts", tables.stream().map(PublishedTable::mart).toList())
                .log("Published marts");
    }

    /**
     * Makes the tables that readers and live counts need, and publishes nothing.
     *
     * @throws SQLException if the server does not answer
     */
    public synchronized void migrate() throws SQLException {
        try (Connection connection = connect()) {
            migrate(connection);
        }
    }

    private static void migrate(Connection connection) {
        List<String> migrations = new ClickHouseMigrations(connection).apply();
        if (!migrations.isEmpty()) {
            LOGGER.atInfo()
                    .addKeyValue("event", "clickhouse_migrated")
                    .addKeyValue("migrations", migrations)
                    .log("Migrated ClickHouse");
        }
    }

    private void publish(List<PublishedTable> tables, MartTables marts) throws SQLException {
        marts.dropLeftovers();
        if (tables.isEmpty()) {
            return;
        }
        for (PublishedTable table : tables) {
            long loaded = marts.load(new LakeSource(configuration.lakeFunction(), table));
            if (loaded != table.rows()) {
                throw new PublishException(
                        Category.REJECT,
                        "Cannot publish mart %s: ClickHouse read %d rows of %s, the run wrote %d; refresh again"
                                .formatted(table.mart(), loaded, table.metadataFile(), table.rows()));
            }
        }
        marts.exchange(tables.stream().map(PublishedTable::mart).toList());
        dropOld(marts);
    }

    /** The run is published by now: what can't be dropped waits for the next publication. */
    private static void dropOld(MartTables marts) {
        try {
            marts.dropLeftovers();
        } catch (SQLException e) {
            LOGGER.atWarn()
                    .addKeyValue("event", "old_marts_kept")
                    .setCause(e)
                    .log("Cannot drop the marts published before; the next publication does");
        }
    }

    private String cannotPublish(String runId, Exception cause) {
        return "Cannot publish run %s to %s: %s".formatted(runId, configuration.url(), cause.getMessage());
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", PublishConfiguration.USER);
        properties.setProperty("password", configuration.password());
        properties.setProperty("socket_timeout", TEN_MINUTES_IN_MILLIS);
        return DriverManager.getConnection(configuration.url(), properties);
    }
}
