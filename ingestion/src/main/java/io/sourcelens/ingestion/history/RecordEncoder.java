/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sourcelens.schema.Envelope;
import io.sourcelens.schema.TableSchema;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns rows of an entity's query into records of its topic. What is null stays out. */
final class RecordEncoder {
    /** Position of the record, from 1. */
    static final String FILE_ROW = "file_row";
    /** The row as the file has it, as JSON. */
    static final String ORIGINAL = "original";
    /** When it happened at the source. */
    static final String SOURCE_TIME = "source_time";

    private static final Set<String> RESERVED = Set.of(FILE_ROW, ORIGINAL, SOURCE_TIME);
    private static final String READ = "r";
    private static final JsonMapper JSON = new JsonMapper();

    private final TableSchema entity;
    private final HistoryFormat format;

    RecordEncoder(TableSchema entity, HistoryFormat format) {
        this.entity = entity;
        this.format = format;
    }

    HistoryRecord encode(ResultSet row) throws SQLException {
        Map<String, Object> record = new LinkedHashMap<>();
        ResultSetMetaData columns = row.getMetaData();
        boolean hasOriginal = false;
        for (int index = 1; index <= columns.getColumnCount(); index++) {
            String name = columns.getColumnLabel(index);
            hasOriginal |= name.equals(ORIGINAL);
            Object value = RESERVED.contains(name) ? null : json(row.getObject(index));
            if (value != null) {
                record.put(name, value);
            }
        }
        byte[] key = bytes(key(record));
        long fileRow = row.getLong(FILE_ROW);
        OffsetDateTime sourceTime = row.getObject(SOURCE_TIME, OffsetDateTime.class);
        record.put(Envelope.MARKETPLACE, format.marketplace());
        record.put(Envelope.OP, READ);
        record.put(Envelope.SOURCE, format.source());
        record.put(Envelope.SOURCE_POSITION, fileRow);
        if (sourceTime != null) {
            record.put(Envelope.SOURCE_TIME, sourceTime.toInstant().toEpochMilli());
        }
        byte[] value = bytes(record);
        return new HistoryRecord(key, value, fileRow, hasOriginal ? row.getString(ORIGINAL) : null);
    }

    /** As change data capture keys its records: an object of the key's fields. */
    private Map<String, Object> key(Map<String, Object> record) {
        Map<String, Object> key = new LinkedHashMap<>();
        entity.key().forEach(name -> key.put(name, record.get(name)));
        if (key.isEmpty()) {
            key.put(Envelope.MARKETPLACE, format.marketplace());
        }
        return key;
    }

    private static @Nullable Object json(@Nullable Object value) {
        return value instanceof OffsetDateTime instant ? instant.toInstant().toString() : value;
    }

    static byte[] bytes(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write JSON: " + e.getOriginalMessage(), e);
        }
    }
}
