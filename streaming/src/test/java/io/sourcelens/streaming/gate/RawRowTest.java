/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.sourcelens.schema.Change;
import io.sourcelens.schema.Schemas;
import io.sourcelens.schema.TableSchema;
import io.sourcelens.streaming.lake.LakeRow;
import io.sourcelens.streaming.lake.RawTables;
import io.sourcelens.streaming.source.LogRecord;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.table.data.GenericMapData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.apache.iceberg.types.Types.NestedField;
import org.junit.jupiter.api.Test;

class RawRowTest {
    private static final TableSchema SKU = Schemas.entity("sku");
    private static final long ENTERED_LOG = 1_767_225_600_500L;
    private static final LogRecord RECORD =
            new LogRecord("marketplace.sku", 3, 41, ENTERED_LOG, null, new byte[] {'{', '}'});

    @Test
    void everyValueStandsInTheColumnOfItsName() {
        long createdAt = Instant.parse("2026-01-01T00:00:00.123456Z").toEpochMilli() * 1_000 + 456;
        Change change = new Change(
                "demo",
                "c",
                "cdc",
                81_236,
                1_767_225_600_000L,
                Map.of(
                        "sku_id",
                        "17",
                        "name_zh",
                        "帆布包",
                        "supply_price_minor",
                        1_990L,
                        "weight_grams",
                        350,
                        "created_at",
                        createdAt),
                Map.of("colour", "red"));

        Map<String, Object> columns = columns(RawRow.of(SKU, change, RECORD));

        assertThat(columns)
                .containsEntry("marketplace", text("demo"))
                .containsEntry("sku_id", text("17"))
                .containsEntry("name_zh", text("帆布包"))
                .containsEntry("supply_price_minor", 1_990L)
                .containsEntry("weight_grams", 350)
                .containsEntry("created_at", TimestampData.fromInstant(Instant.parse("2026-01-01T00:00:00.123456Z")))
                .containsEntry("change_op", text("c"))
                .containsEntry("source", text("cdc"))
                .containsEntry("source_position", 81_236L)
                .containsEntry("source_time", TimestampData.fromEpochMillis(1_767_225_600_000L))
                .containsEntry("ingested_at", TimestampData.fromEpochMillis(ENTERED_LOG))
                .containsEntry("topic_partition", 3)
                .containsEntry("topic_offset", 41L)
                .containsEntry("schema_version", 1)
                .containsEntry("extension", new GenericMapData(Map.of(text("colour"), text("red"))));
    }

    @Test
    void absentValuesAreNullAndAnEmptyExtensionIsNot() {
        Change deletion = new Change("demo", "d", "cdc", 1, 0, Map.of("sku_id", "17"), Map.of());

        Map<String, Object> columns = columns(RawRow.of(SKU, deletion, RECORD));

        assertThat(columns)
                .containsEntry("sku_id", text("17"))
                .containsEntry("name_zh", null)
                .containsEntry("supply_price_minor", null)
                .containsEntry("created_at", null)
                .containsEntry("extension", new GenericMapData(Map.of()));
    }

    @Test
    void instantsBefore1970KeepTheirMicroseconds() {
        Change change = new Change("demo", "c", "cdc", 1, 0, Map.of("sku_id", "17", "created_at", -1L), Map.of());

        assertThat(columns(RawRow.of(SKU, change, RECORD)))
                .containsEntry("created_at", TimestampData.fromInstant(Instant.parse("1969-12-31T23:59:59.999999Z")));
    }

    @Test
    void everyEntityFillsEveryColumnOfItsTable() {
        for (TableSchema entity : Schemas.entities()) {
            Change change = new Change("demo", "d", "cdc", 1, 0, Map.of(), Map.of());

            assertThat(((GenericRowData) RawRow.of(entity, change, RECORD).row()).getArity())
                    .as(entity.name())
                    .isEqualTo(RawTables.named(entity.name()).schema().columns().size());
        }
    }

    private static Map<String, Object> columns(LakeRow row) {
        List<NestedField> fields = RawTables.named(row.table()).schema().columns();
        Map<String, Object> columns = new LinkedHashMap<>();
        for (int column = 0; column < fields.size(); column++) {
            columns.put(fields.get(column).name(), ((GenericRowData) row.row()).getField(column));
        }
        return columns;
    }

    private static StringData text(String text) {
        return StringData.fromString(text);
    }
}
