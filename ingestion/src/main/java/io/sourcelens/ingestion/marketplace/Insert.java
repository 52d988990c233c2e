/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.marketplace;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Inserts a few rows of one table, in the connection's transaction. */
public final class Insert {
    private Insert() {}

    /** @return rows inserted */
    public static <R extends Record> int insert(Connection connection, List<R> rows) throws SQLException {
        if (rows.isEmpty()) {
            return 0;
        }
        Table<R> table = Table.of(rows.get(0));
        try (PreparedStatement statement = connection.prepareStatement(sql(table))) {
            for (R row : rows) {
                bind(statement, table.values(row));
                statement.addBatch();
            }
            statement.executeBatch();
        }
        return rows.size();
    }

    private static String sql(Table<?> table) {
        return "insert into %s (%s) values (%s)"
                .formatted(
                        table.qualifiedName(),
                        String.join(", ", table.columns()),
                        String.join(", ", Collections.nCopies(table.columns().size(), "?")));
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, sqlValue(values[i]));
        }
    }

    private static @Nullable Object sqlValue(@Nullable Object value) {
        if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        return value instanceof Enum<?> symbol ? symbol.name().toLowerCase(Locale.ROOT) : value;
    }
}
