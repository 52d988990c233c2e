/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator;

import io.sourcelens.ingestion.simulator.plan.Event;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What is still to come, kept in the database so that a restart forgets nothing. */
final class PendingEvents {
    private static final int BATCH = 1_000;

    private PendingEvents() {}

    /** One event and the key under which it waits. */
    record Pending(long id, Event event) {}

    static void add(Connection connection, List<? extends Event> events) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into simulator.pending_event (due_at, payload) values (?, ?::jsonb)")) {
            int waiting = 0;
            for (Event event : events) {
                insert.setObject(1, event.at().atOffset(ZoneOffset.UTC));
                insert.setString(2, Json.write(event));
                insert.addBatch();
                if (++waiting % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /** The oldest events that are due, at most {@code limit}. */
    static List<Pending> due(Connection connection, Instant now, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select pending_event_id, payload
                from simulator.pending_event
                where due_at <= ?
                order by due_at, pending_event_id
                limit ?""")) {
            select.setObject(1, now.atOffset(ZoneOffset.UTC));
            select.setInt(2, limit);
            List<Pending> due = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    due.add(new Pending(rows.getLong(1), Json.read(rows.getString(2), Event.class)));
                }
            }
            return due;
        }
    }

    static void remove(Connection connection, List<Pending> happened) throws SQLException {
        Long[] ids = happened.stream().map(Pending::id).toArray(Long[]::new);
        try (PreparedStatement delete =
                connection.prepareStatement("delete from simulator.pending_event where pending_event_id = any (?)")) {
            delete.setArray(1, connection.createArrayOf("bigint", ids));
            delete.executeUpdate();
        }
    }
}
