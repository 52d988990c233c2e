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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Whole orders, written set-wise inside PostgreSQL at a rate and by several sessions; ends by itself. */
final class LoadTraffic {
    /** One session alone reaches some 7,000 changes a second on two cores. */
    private static final int SESSIONS = 2;
    /** Beyond any key of the simulator; lines have keys of twice the size, still below those of marker orders. */
    private static final long FIRST_ORDER_ID = 400_000_000_000L;

    private static final long ORDER_IDS_PER_SESSION = 10_000_000_000L;
    /** A plan that was made while the tables were small must not scan them when they have grown. */
    private static final String PLANS =
            "SET enable_hashjoin = off; SET enable_mergejoin = off; SET enable_seqscan = off";

    private final StackSettings settings;
    private final Pace pace;
    private final Duration duration;
    private final int ordersPerTransaction;
    private final AtomicLong changes;

    /**
     * @param ordersPerTransaction about nine rows each
     * @param changes counts the rows that are changed
     */
    LoadTraffic(StackSettings settings, Pace pace, Duration duration, int ordersPerTransaction, AtomicLong changes) {
        this.settings = settings;
        this.pace = pace;
        this.duration = duration;
        this.ordersPerTransaction = ordersPerTransaction;
        this.changes = changes;
    }

    /** @return seconds that it took; every session has ended by then */
    double run() throws SQLException, IOException, InterruptedException, ExecutionException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(Sql.resource(LoadTraffic.class, "load_setup.sql"));
        }
        long since = System.nanoTime();
        ExecutorService sessions = Executors.newFixedThreadPool(SESSIONS);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < SESSIONS; i++) {
                long firstOrderId = FIRST_ORDER_ID + i * ORDER_IDS_PER_SESSION;
                writers.add(sessions.submit(() -> write(firstOrderId, since)));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        } finally {
            sessions.shutdownNow();
        }
        return (System.nanoTime() - since) / 1e9;
    }

    private boolean write(long firstOrderId, long since) throws SQLException, IOException, InterruptedException {
        try (Connection connection = connect()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(PLANS);
            }
            try (PreparedStatement transaction =
                    connection.prepareStatement(Sql.resource(LoadTraffic.class, "load_transaction.sql"))) {
                for (long next = firstOrderId; System.nanoTime() - since < duration.toNanos(); ) {
                    changes.addAndGet(write(transaction, next));
                    next += ordersPerTransaction;
                    TimeUnit.NANOSECONDS.sleep(pace.nanosUntilDue(changes.get(), System.nanoTime() - since));
                }
            }
        }
        return true;
    }

    private long write(PreparedStatement transaction, long firstOrderId) throws SQLException {
        transaction.setLong(1, firstOrderId);
        transaction.setInt(2, ordersPerTransaction);
        transaction.setTimestamp(3, Timestamp.from(Instant.now()));
        try (ResultSet row = transaction.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                settings.value("POSTGRES_URL"), settings.value("POSTGRES_USER"), settings.value("POSTGRES_PASSWORD"));
    }
}
