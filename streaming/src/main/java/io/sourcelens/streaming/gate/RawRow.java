/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.gate;

import io.sourcelens.schema.Change;
import io.sourcelens.schema.Field;
import io.sourcelens.schema.TableSchema;
import io.sourcelens.streaming.lake.LakeRow;
import io.sourcelens.streaming.source.LogRecord;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.table.data.GenericMapData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.jspecify.annotations.Nullable;

/** A valid change as a row of {@code raw.<entity>}. */
final class RawRow {
    private static final int ENVELOPE_COLUMNS = 10;

    private RawRow() {}

    /** Columns stand in the order of {@link io.sourcelens.schema.LakeTable#raw}. */
    static LakeRow of(TableSchema entity, Change change, LogRecord record) {
        GenericRowData row = new GenericRowData(entity.fields().size() + ENVELOPE_COLUMNS);
        int column = 0;
        row.setField(column++, StringData.fromString(change.marketplace()));
        for (Field field : entity.fields()) {
            row.setField(column++, value(field, change.values().get(field.name())));
        }
        row.setField(column++, StringData.fromString(change.operation()));
        row.setField(column++, StringData.fromString(change.source()));
        row.setField(column++, change.sourcePosition());
        row.setField(column++, TimestampData.fromEpochMillis(change.sourceTimeMillis()));
        row.setField(column++, TimestampData.fromEpochMillis(record.timestampMillis()));
        row.setField(column++, record.partition());
        row.setField(column++, record.offset());
        row.setField(column++, entity.version());
        row.setField(column, textMap(change.extension()));
        return new LakeRow(entity.name(), row);
    }

    private static @Nullable Object value(Field field, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (field.type()) {
            case STRING -> StringData.fromString((String) value);
            case TIMESTAMP -> timestamp((Long) value);
            case INTEGER, LONG, DOUBLE, BOOLEAN, DATE, LONG_LIST -> value;
        };
    }

    private static TimestampData timestamp(long micros) {
        return TimestampData.fromEpochMillis(
                Math.floorDiv(micros, 1_000L), Math.toIntExact(Math.floorMod(micros, 1_000L) * 1_000L));
    }

    private static GenericMapData textMap(Map<String, String> texts) {
        Map<StringData, StringData> entries = new HashMap<>();
        texts.forEach((key, value) -> entries.put(StringData.fromString(key), StringData.fromString(value)));
        return new GenericMapData(entries);
    }
}
