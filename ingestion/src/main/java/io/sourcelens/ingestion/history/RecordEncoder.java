/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sourcelens.ingestion.history.mapping.MarketplaceFacts;
import io.sourcelens.schema.Envelope;
import io.sourcelens.schema.Schemas;
import io.sourcelens.schema.TableSchema;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns rows of an entity's query into records of its topic. What is null stays out. */
final class RecordEncoder {
    private static final String READ = "r";
    private static final JsonMapper JSON = new JsonMapper();

    private final String marketplace;

    RecordEncoder(String marketplace) {
        this.marketplace = marketplace;
    }

    /** Way in, as in the envelope. */
    String source() {
        return "import:" + marketplace;
    }

    /** @param perRow whether the record is one row's */
    HistoryRecord encode(TableSchema entity, boolean perRow, ResultSet row) throws SQLException {
        Map<String, Object> record = new LinkedHashMap<>();
        ResultSetMetaData columns = row.getMetaData();
        for (int index = 1; index <= columns.getColumnCount(); index++) {
            String name = columns.getColumnLabel(index);
            Object value = name.startsWith(Envelope.PREFIX) ? null : json(row.getObject(index));
            if (value != null) {
                record.put(name, value);
            }
        }
        String origin = perRow ? "%s:%d".formatted(row.getString("__file"), row.getLong("__row")) : entity.name();
        return record(entity, record, row.getLong("__position"), row.getObject("__time", OffsetDateTime.class), origin);
    }

    /** The record that the mapping itself says. */
    HistoryRecord encode(MarketplaceFacts facts, @Nullable OffsetDateTime latest) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("name", facts.name());
        record.put("currency", facts.currency().getCurrencyCode());
        record.put("time_zone", facts.timeZone().getId());
        record.put("return_window_days", facts.returnWindowDays());
        return record(Schemas.entity("marketplace"), record, 1, latest, "mapping");
    }

    private HistoryRecord record(
            TableSchema entity,
            Map<String, Object> record,
            long position,
            @Nullable OffsetDateTime time,
            String origin) {
        byte[] key = bytes(key(entity, record));
        record.put(Envelope.MARKETPLACE, marketplace);
        record.put(Envelope.OP, READ);
        record.put(Envelope.SOURCE, source());
        record.put(Envelope.SOURCE_POSITION, position);
        if (time != null) {
            record.put(Envelope.SOURCE_TIME, time.toInstant().toEpochMilli());
        }
        return new HistoryRecord(key, bytes(record), position, origin);
    }

    /** As change data capture keys its records: an object of the key's fields. */
    private Map<String, Object> key(TableSchema entity, Map<String, Object> record) {
        Map<String, Object> key = new LinkedHashMap<>();
        entity.key().forEach(name -> key.put(name, record.get(name)));
        if (key.isEmpty()) {
            key.put(Envelope.MARKETPLACE, marketplace);
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
