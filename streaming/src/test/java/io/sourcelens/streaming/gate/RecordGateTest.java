/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sourcelens.schema.Pseudonyms;
import io.sourcelens.streaming.lake.LakeRow;
import io.sourcelens.streaming.source.LogRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.StringData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordGateTest {
    private static final byte[] KEY = bytes("{\"seller_id\":7}");
    private static final byte[] SELLER = bytes("{\"seller_id\":7,\"name\":\"晨光小店\",\"marketplace\":\"demo\","
            + "\"__op\":\"c\",\"__source\":\"cdc\",\"__source_position\":12,\"__source_time\":1767225600000}");

    private static final PersonalData PERSONAL =
            new PersonalData("a key for tests, of at least 32 characters", Set.of("order.phone"));

    private OneInputStreamOperatorTestHarness<LogRecord, LakeRow> gate;

    @BeforeEach
    void open() throws Exception {
        gate = ProcessFunctionTestHarnesses.forProcessFunction(new RecordGate(PERSONAL));
    }

    @AfterEach
    void close() throws Exception {
        gate.close();
    }

    @Test
    void aValidRecordGoesToTheTableOfItsTopic() throws Exception {
        LakeRow row = passed("marketplace.seller", SELLER);

        assertThat(row.table()).isEqualTo("seller");
        assertThat(row.row().getString(1)).hasToString("7");
    }

    @Test
    void aPersonIsKnownByAPseudonymOnly() throws Exception {
        LakeRow row = passed(
                "marketplace.order",
                bytes("{\"order_id\":1,\"buyer_id\":\"13800138000\","
                        + "\"mode\":\"dropship\",\"status\":\"placed\",\"ordered_at\":\"2026-01-01T00:00:00Z\","
                        + "\"marketplace\":\"demo\",\"__op\":\"c\",\"__source\":\"cdc\",\"__source_position\":12,"
                        + "\"__source_time\":1767225600000}"));

        String pseudonym = new Pseudonyms(PERSONAL.key()).of("demo", "13800138000");
        assertThat(row.row().toString()).contains(pseudonym + ",").doesNotContain("13800138000");
    }

    @Test
    void aMalformedRecordGoesToTheDeadLettersWithItsBytesAndItsPlace() throws Exception {
        byte[] broken = bytes("{\"seller_id\":");

        LakeRow row = passed("marketplace.seller", broken);

        assertThat(row.table()).isEqualTo("dead_letter");
        assertThat(row.row().isNullAt(0)).as("marketplace").isTrue();
        assertThat(texts(row, 1, 2, 5)).containsExactly("seller", "malformed", "marketplace.seller-1@9");
        assertThat(row.row().getBinary(6)).isEqualTo(KEY);
        assertThat(row.row().getBinary(7)).isEqualTo(broken);
    }

    @Test
    void aRejectedRecordTellsItsMarketplaceAndItsSource() throws Exception {
        LakeRow row =
                passed("marketplace.seller", bytes("{\"marketplace\":\"demo\",\"__op\":\"c\",\"__source\":\"cdc\"}"));

        assertThat(texts(row, 0, 1, 2, 3, 4))
                .containsExactly("demo", "seller", "missing_field", "seller_id is required", "cdc");
    }

    @Test
    void aRecordOfAnUnknownEntityGoesToTheDeadLetters() throws Exception {
        LakeRow row = passed("marketplace.coupon", SELLER);

        assertThat(texts(row, 0, 1, 2)).containsExactly("demo", "coupon", "unknown_entity");
        assertThat(row.row().getBinary(7)).isEqualTo(SELLER);
    }

    @Test
    void anImportersDeadLetterKeepsItsReasonItsOriginAndTheOriginalBytes() throws Exception {
        LakeRow row = passed(
                "marketplace.dead_letter",
                bytes("{\"marketplace\":\"uci\",\"entity\":\"order_line\",\"reason\":\"negative_price\","
                        + "\"detail\":\"price is -3\",\"source\":\"import:uci\",\"origin\":\"sales.csv:118\","
                        + "\"record\":\"AAH/\"}"));

        assertThat(texts(row, 0, 1, 2, 3, 4, 5))
                .containsExactly("uci", "order_line", "negative_price", "price is -3", "import:uci", "sales.csv:118");
        assertThat(row.row().getBinary(7)).containsExactly(0, 1, 0xff);
    }

    @Test
    void aDeadLetterThatIsNoneIsADeadLetterItself() throws Exception {
        assertThat(texts(passed("marketplace.dead_letter", bytes("[1]")), 1, 2, 5))
                .containsExactly("dead_letter", "malformed", "marketplace.dead_letter-1@9");
        assertThat(texts(passed("marketplace.dead_letter", bytes("{\"entity\":\"order\"}")), 1, 2, 3))
                .containsExactly("dead_letter", "missing_field", "a dead letter needs entity, reason and origin");
        assertThat(texts(passed("marketplace.dead_letter", bytes("null")), 1, 2))
                .containsExactly("dead_letter", "missing_field");
    }

    @Test
    void theMarkOfAReplayNamesTheLetterThatItClosesAndHasNoBytes() throws Exception {
        LakeRow row = passed(
                "marketplace.dead_letter",
                bytes("{\"marketplace\":\"demo\",\"entity\":\"seller\",\"reason\":\"replayed\",\"source\":\"http\","
                        + "\"origin\":\"replay of marketplace.seller-0@4\",\"record\":\"\"}"));

        assertThat(texts(row, 1, 2, 5)).containsExactly("seller", "replayed", "replay of marketplace.seller-0@4");
        assertThat(row.row().getBinary(7)).isEmpty();
    }

    @Test
    void aTombstoneIsSkipped() throws Exception {
        process("marketplace.seller", null);
        process("marketplace.coupon", null);

        assertThat(gate.extractOutputValues()).isEmpty();
    }

    @Test
    void anEmptyValueIsNoTombstone() throws Exception {
        assertThat(texts(passed("marketplace.seller", new byte[0]), 1, 2)).containsExactly("seller", "malformed");
    }

    private LakeRow passed(String topic, byte[] value) throws Exception {
        int before = gate.extractOutputValues().size();
        process(topic, value);
        List<LakeRow> rows = gate.extractOutputValues();
        assertThat(rows).hasSize(before + 1);
        return rows.get(before);
    }

    private void process(String topic, byte[] value) throws Exception {
        gate.processElement(new LogRecord(topic, 1, 9, 1_767_225_600_500L, KEY, value), 0);
    }

    private static List<String> texts(LakeRow row, int... columns) {
        return Arrays.stream(columns)
                .mapToObj(column -> ((StringData) ((GenericRowData) row.row()).getField(column)).toString())
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
