/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator;

import io.sourcelens.ingestion.marketplace.BulkLoad;
import io.sourcelens.ingestion.marketplace.DeferredChecks;
import io.sourcelens.ingestion.marketplace.Table;
import io.sourcelens.ingestion.simulator.world.WorldOptions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The history in the database: whether it is there, and loading it, all or nothing. */
final class HistoryStore {
    private final Connection connection;

    HistoryStore(Connection connection) {
        this.connection = connection;
    }

    /** What the history in the database was made from; empty if there is none. */
    Optional<WorldOptions> options() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select options from simulator.history")) {
            return rows.next() ? Optional.of(Json.read(rows.getString(1), WorldOptions.class)) : Optional.empty();
        }
    }

    /** Whether something else has written orders here. */
    boolean hasForeignOrders() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select exists (select from marketplace."order") and not exists (select from simulator.history)""")) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    /** @param loaded told of every table that was loaded and its rows */
    void load(WorldOptions options, HistoryRows rows, BiConsumer<Table<?>, Long> loaded) throws SQLException {
        connection.setAutoCommit(false);
        try {
            DeferredChecks checks = DeferredChecks.takeOff(connection);
            BulkLoad bulk = new BulkLoad(connection);
            for (Map.Entry<Table<?>, List<? extends Record>> entry :
                    rows.byTable().entrySet()) {
                loaded.accept(entry.getKey(), bulk.load(entry.getKey(), entry.getValue()));
            }
            checks.putBack();
            PendingEvents.add(connection, rows.pending());
            remember(options);
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("analyze");
        }
    }

    private void remember(WorldOptions options) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into simulator.history (id, options) values (1, ?::jsonb)")) {
            insert.setString(1, Json.write(options));
            insert.executeUpdate();
        }
    }
}
