/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.bare;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sourcelens.schema.Envelope;
import io.sourcelens.schema.TableSchema;
import io.sourcelens.streaming.lake.RawTables;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.NestedField;
import org.jspecify.annotations.Nullable;

/** Where the fields of an entity's records stand in its change log, and how each is read. */
record ChangeLogColumns(
        String table, int schemaVersion, int count, Map<String, Integer> positions, Map<String, Column> byField) {
    private static final Map<String, String> ENVELOPE = Map.of(
            "change_op", Envelope.OP,
            "source", Envelope.SOURCE,
            "source_position", Envelope.SOURCE_POSITION,
            "source_time", Envelope.SOURCE_TIME);

    record Column(int position, ValueReader reader) {}

    @FunctionalInterface
    interface ValueReader {
        Object read(JsonParser parser) throws IOException;
    }

    static ChangeLogColumns of(TableSchema entity) {
        List<NestedField> fields = RawTables.named(entity.name()).schema().columns();
        Map<String, Integer> positions = new HashMap<>();
        Map<String, Column> byField = new HashMap<>();
        for (int position = 0; position < fields.size(); position++) {
            NestedField field = fields.get(position);
            positions.put(field.name(), position);
            if (field.type().isPrimitiveType()) {
                byField.put(
                        ENVELOPE.getOrDefault(field.name(), field.name()),
                        new Column(position, reader(field.type().typeId())));
            }
        }
        return new ChangeLogColumns(entity.name(), entity.version(), fields.size(), positions, byField);
    }

    int position(String column) {
        return positions.get(column);
    }

    /** {@code null} for a field that has no column. */
    @Nullable
    Column ofField(String field) {
        return byField.get(field);
    }

    private static ValueReader reader(Type.TypeID type) {
        return switch (type) {
            case STRING -> parser -> StringData.fromString(parser.getText());
            case INTEGER -> JsonParser::getValueAsInt;
            case LONG -> JsonParser::getValueAsLong;
            case DOUBLE -> JsonParser::getValueAsDouble;
            case BOOLEAN -> JsonParser::getBooleanValue;
            case TIMESTAMP -> ChangeLogColumns::instant;
            default -> throw new IllegalArgumentException("Cannot read %s: no entity has one".formatted(type));
        };
    }

    /** The source's time is a number of milliseconds, all others are texts. */
    private static TimestampData instant(JsonParser parser) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                ? TimestampData.fromEpochMillis(parser.getLongValue())
                : TimestampData.fromInstant(
                        OffsetDateTime.parse(parser.getText()).toInstant());
    }
}
