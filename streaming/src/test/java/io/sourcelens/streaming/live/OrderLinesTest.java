/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.sourcelens.streaming.lake.LakeRow;
import io.sourcelens.streaming.lake.RawTables;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.apache.iceberg.types.Types.NestedField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderLinesTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant TWO_MINUTES_AGO = Instant.parse("2026-01-01T11:58:03.5Z");
    private static final Instant THREE_HOURS_AGO = Instant.parse("2026-01-01T09:00:00Z");
    private static final Instant TOMORROW = Instant.parse("2026-01-02T12:00:00Z");

    private OneInputStreamOperatorTestHarness<LakeRow, OrderLineChange> lines;

    @BeforeEach
    void open() throws Exception {
        lines = ProcessFunctionTestHarnesses.forProcessFunction(new OrderLines());
        lines.setProcessingTime(NOW.toEpochMilli());
    }

    @AfterEach
    void close() throws Exception {
        lines.close();
    }

    @Test
    void aLineContributesToTheMinuteOfItsOrder() throws Exception {
        process(line(TWO_MINUTES_AGO, Map.of()));

        assertThat(lines.extractOutputValues())
                .containsExactly(new OrderLineChange(
                        new OrderLineKey("demo", "l1"),
                        7,
                        NOW.toEpochMilli(),
                        new Contribution(
                                Instant.parse("2026-01-01T11:58:00Z").toEpochMilli(),
                                "cup",
                                "A",
                                IdentityHash.of("demo", "o1"),
                                IdentityHash.of("demo", "b1"),
                                3,
                                360)));
    }

    @Test
    void historyAndWhatAWrongClockSaysAreLeftOut() throws Exception {
        process(line(THREE_HOURS_AGO, Map.of()));
        process(line(TOMORROW, Map.of()));

        assertThat(lines.extractOutputValues()).isEmpty();
    }

    @Test
    void aCancelledLineContributesNothing() throws Exception {
        process(line(TWO_MINUTES_AGO, Map.of("status", StringData.fromString("cancelled"))));

        assertContributesNothing();
    }

    @Test
    void aDeletedLineContributesNothingThoughItTellsNoTime() throws Exception {
        GenericRowData deletion = row(Map.of(
                "marketplace", StringData.fromString("demo"),
                "order_line_id", StringData.fromString("l1"),
                "change_op", StringData.fromString("d"),
                "source_position", 8L,
                "source_time", TimestampData.fromInstant(NOW)));
        process(deletion);

        assertContributesNothing();
    }

    @Test
    void otherTablesAreNoneOfItsBusiness() throws Exception {
        lines.processElement(new LakeRow("sku", new GenericRowData(1)), 0);

        assertThat(lines.extractOutputValues()).isEmpty();
    }

    private void assertContributesNothing() {
        assertThat(lines.extractOutputValues()).hasSize(1);
        assertThat(lines.extractOutputValues().get(0).contribution()).isNull();
    }

    private void process(GenericRowData row) throws Exception {
        lines.processElement(new LakeRow("order_line", row), 0);
    }

    private static GenericRowData line(Instant orderedAt, Map<String, Object> changed) {
        Map<String, Object> columns = new TreeMap<>(Map.of(
                "source_position",
                7L,
                "source_time",
                TimestampData.fromInstant(NOW),
                "ordered_at",
                TimestampData.fromInstant(orderedAt),
                "quantity",
                3,
                "sale_price_minor",
                120L));
        Map.of(
                        "marketplace", "demo",
                        "order_line_id", "l1",
                        "order_id", "o1",
                        "sku_id", "cup",
                        "seller_id", "A",
                        "buyer_id", "b1",
                        "status", "active",
                        "change_op", "c")
                .forEach((column, text) -> columns.put(column, StringData.fromString(text)));
        columns.putAll(changed);
        return row(columns);
    }

    private static GenericRowData row(Map<String, Object> columns) {
        List<NestedField> fields = RawTables.named("order_line").schema().columns();
        GenericRowData row = new GenericRowData(fields.size());
        for (int column = 0; column < fields.size(); column++) {
            row.setField(column, columns.get(fields.get(column).name()));
        }
        return row;
    }
}
