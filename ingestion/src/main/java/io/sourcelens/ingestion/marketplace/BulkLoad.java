/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.marketplace;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Loads many rows of a table with PostgreSQL's COPY (text format), in the connection's transaction. */
public final class BulkLoad {
    private static final int BUFFER_CHARACTERS = 64 * 1024;

    private final Connection connection;

    public BulkLoad(Connection connection) {
        this.connection = connection;
    }

    /** @return rows loaded */
    public long load(Table<?> table, Collection<? extends Record> rows) throws SQLException {
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy %s (%s) from stdin".formatted(table.qualifiedName(), String.join(", ", table.columns())));
        try {
            StringBuilder buffer = new StringBuilder(BUFFER_CHARACTERS + 1024);
            for (Record row : rows) {
                append(buffer, table.values(row));
                if (buffer.length() >= BUFFER_CHARACTERS) {
                    flush(copy, buffer);
                }
            }
            flush(copy, buffer);
            return copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void flush(CopyIn copy, StringBuilder buffer) throws SQLException {
        byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        buffer.setLength(0);
    }

    static void append(StringBuilder buffer, @Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                buffer.append('\t');
            }
            append(buffer, values[i]);
        }
        buffer.append('\n');
    }

    private static void append(StringBuilder buffer, @Nullable Object value) {
        if (value == null) {
            buffer.append("\\N");
        } else if (value instanceof Enum<?> symbol) {
            buffer.append(symbol.name().toLowerCase(Locale.ROOT));
        } else if (value instanceof String text) {
            buffer.append(escaped(text));
        } else if (value instanceof Long number) {
            buffer.append(number.longValue());
        } else if (value instanceof Integer number) {
            buffer.append(number.intValue());
        } else {
            buffer.append(value);
        }
    }

    private static String escaped(String text) {
        if (text.chars().noneMatch(character -> character == '\\' || character < ' ')) {
            return text;
        }
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}
