/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.bare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sourcelens.schema.Field;
import io.sourcelens.schema.Schemas;
import io.sourcelens.schema.TableSchema;
import io.sourcelens.schema.Topics;
import io.sourcelens.streaming.gate.PersonalData;
import io.sourcelens.streaming.gate.RecordGate;
import io.sourcelens.streaming.lake.LakeRow;
import io.sourcelens.streaming.source.LogRecord;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BareDecoderTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final PersonalData PERSONAL =
            new PersonalData("a key for tests, of at least 32 characters", Set.of());

    private OneInputStreamOperatorTestHarness<LogRecord, LakeRow> gate;

    @BeforeEach
    void open() throws Exception {
        gate = ProcessFunctionTestHarnesses.forProcessFunction(new RecordGate(PERSONAL));
    }

    @AfterEach
    void close() throws Exception {
        gate.close();
    }

    static Stream<TableSchema> entities() {
        return Schemas.entities().stream();
    }

    @ParameterizedTest
    @MethodSource("entities")
    void aValidRecordBecomesTheRowThatTheGateMakesOfIt(TableSchema entity) throws Exception {
        ObjectNode json = envelope("c");
        entity.fields().stream().filter(field -> !field.personal()).forEach(field -> put(json, field));

        assertSameRow(entity, json);
    }

    @ParameterizedTest
    @MethodSource("entities")
    void aDeletionBecomesTheRowThatTheGateMakesOfIt(TableSchema entity) throws Exception {
        ObjectNode json = envelope("d");
        entity.fields().forEach(field -> json.putNull(field.name()));
        entity.fields().stream()
                .filter(field -> entity.key().contains(field.name()))
                .forEach(field -> put(json, field));

        assertSameRow(entity, json);
    }

    @Test
    void whatIsNoRecordOfAnEntityEndsTheJob() {
        LogRecord letter = new LogRecord(Topics.DEAD_LETTER, 1, 9, 0, null, new byte[] {'{', '}'});

        assertThatThrownBy(() -> new BareDecoder().map(letter))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Cannot decode marketplace.dead_letter-1@9");
    }

    private void assertSameRow(TableSchema entity, ObjectNode json) throws Exception {
        LogRecord record =
                new LogRecord(Topics.of(entity), 1, 9, 1_767_225_600_500L, null, JSON.writeValueAsBytes(json));

        assertThat(new BareDecoder().map(record)).isEqualTo(passedByTheGate(record));
    }

    private LakeRow passedByTheGate(LogRecord record) throws Exception {
        gate.processElement(record, 0);
        List<LakeRow> rows = gate.extractOutputValues();
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).table()).as("not a dead letter").isEqualTo(Topics.entityName(record.topic()));
        return rows.get(0);
    }

    /** As capture writes them: numbers as identifiers, a mark of deletion, no field beside the contract. */
    private static ObjectNode envelope(String operation) {
        return JSON.createObjectNode()
                .put("marketplace", "demo")
                .put("__op", operation)
                .put("__deleted", "false")
                .put("__source", "cdc")
                .put("__source_position", 81_236)
                .put("__source_time", 1_767_225_600_000L);
    }

    private static void put(ObjectNode json, Field field) {
        switch (field.type()) {
            case STRING -> json.put(field.name(), text(field));
            case INTEGER, LONG -> json.put(field.name(), number(field));
            case DOUBLE -> json.put(field.name(), 0.25);
            case BOOLEAN -> json.put(field.name(), true);
            case TIMESTAMP -> json.put(field.name(), "2026-01-01T00:00:00.123456Z");
            case DATE, LONG_LIST -> throw new IllegalArgumentException("Cannot write one: no entity has it");
        }
        if (field.name().endsWith("_id")) {
            json.put(field.name(), 17);
        }
    }

    private static String text(Field field) {
        if (field.rules().format() != null) {
            return switch (field.rules().format()) {
                case CURRENCY -> "CNY";
                case TIME_ZONE -> "Asia/Shanghai";
            };
        }
        return field.rules().symbols().stream().sorted().findFirst().orElse("帆布包 " + field.name());
    }

    private static long number(Field field) {
        Long minimum = field.rules().minimum();
        return minimum == null ? -7 : minimum;
    }
}
