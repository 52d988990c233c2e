/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.bare;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sourcelens.schema.Schemas;
import io.sourcelens.schema.Topics;
import io.sourcelens.streaming.lake.LakeRow;
import io.sourcelens.streaming.source.LogRecord;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.table.data.GenericMapData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.TimestampData;

/** Reads a record, token by token, into the columns of its change log. */
final class BareDecoder implements MapFunction<LogRecord, LakeRow> {
    private static final JsonFactory JSON = new JsonFactory();
    private static final GenericMapData NOTHING = new GenericMapData(Map.of());
    private static final Map<String, ChangeLogColumns> COLUMNS_BY_TOPIC =
            Schemas.entities().stream().collect(Collectors.toMap(Topics::of, ChangeLogColumns::of));

    @Override
    public LakeRow map(LogRecord record) throws IOException {
        ChangeLogColumns columns = COLUMNS_BY_TOPIC.get(record.topic());
        byte[] value = record.value();
        if (columns == null || value == null) {
            throw new IOException("Cannot decode %s: a bare job takes records of entities only; use the real one"
                    .formatted(record.origin()));
        }
        GenericRowData row = new GenericRowData(columns.count());
        row.setField(columns.position("ingested_at"), TimestampData.fromEpochMillis(record.timestampMillis()));
        row.setField(columns.position("topic_partition"), record.partition());
        row.setField(columns.position("topic_offset"), record.offset());
        row.setField(columns.position("schema_version"), columns.schemaVersion());
        row.setField(columns.position("extension"), NOTHING);
        read(value, columns, row);
        return new LakeRow(columns.table(), row);
    }

    private static void read(byte[] value, ChangeLogColumns columns, GenericRowData row) throws IOException {
        try (JsonParser parser = JSON.createParser(value)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                ChangeLogColumns.Column column = columns.ofField(parser.currentName());
                JsonToken token = parser.nextToken();
                if (column == null) {
                    parser.skipChildren();
                } else if (token != JsonToken.VALUE_NULL) {
                    row.setField(column.position(), column.reader().read(parser));
                }
            }
        }
    }
}
