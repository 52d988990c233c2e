/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import io.sourcelens.stack.Sql;
import io.sourcelens.stack.StackSettings;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Whole orders, written set-wise inside PostgreSQL in transactions of some hundred rows, at a rate; ends by itself. */
final class LoadTraffic implements AutoCloseable {
    /** Beyond any key of the simulator; lines have keys of twice the size, still below those of marker orders. */
    private static final long FIRST_ORDER_ID = 400_000_000_000L;

    private static final int ORDERS_PER_TRANSACTION = 50;
    /** A plan that was made while the tables were small must not scan them when they have grown. */
    private static final String PLANS =
            "SET enable_hashjoin = off; SET enable_mergejoin = off; SET enable_seqscan = off";

    private final Connection connection;
    private final Pace pace;
    private final Duration duration;
    private final AtomicLong changes;

    /** @param changes counts the rows that are changed */
    LoadTraffic(StackSettings settings, Pace pace, Duration duration, AtomicLong changes)
            throws SQLException, IOException {
        this.changes = changes;
        this.pace = pace;
        this.duration = duration;
        connection = DriverManager.getConnection(
                settings.value("POSTGRES_URL"), settings.value("POSTGRES_USER"), settings.value("POSTGRES_PASSWORD"));
        try (Statement statement = connection.createStatement()) {
            statement.execute(Sql.resource(LoadTraffic.class, "load_setup.sql"));
            statement.execute(PLANS);
        }
    }

    /** @return seconds that it took */
    double run() throws SQLException, IOException, InterruptedException {
        long since = System.nanoTime();
        long firstOrderId = FIRST_ORDER_ID;
        try (PreparedStatement transaction =
                connection.prepareStatement(Sql.resource(LoadTraffic.class, "load_transaction.sql"))) {
            while (System.nanoTime() - since < duration.toNanos()) {
                changes.addAndGet(write(transaction, firstOrderId));
                firstOrderId += ORDERS_PER_TRANSACTION;
                TimeUnit.NANOSECONDS.sleep(pace.nanosUntilDue(changes.get(), System.nanoTime() - since));
            }
        }
        return (System.nanoTime() - since) / 1e9;
    }

    private static long write(PreparedStatement transaction, long firstOrderId) throws SQLException {
        transaction.setLong(1, firstOrderId);
        transaction.setInt(2, ORDERS_PER_TRANSACTION);
        transaction.setTimestamp(3, Timestamp.from(Instant.now()));
        try (ResultSet row = transaction.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
