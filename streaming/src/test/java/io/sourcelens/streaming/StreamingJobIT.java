/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.sourcelens.engines.EngineProcess;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.data.Record;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamingJobIT {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final long ENTERED_LOG =
            Instant.parse("2026-01-02T00:00:00.250Z").toEpochMilli();
    private static final byte[] KEY = bytes("{\"seller_id\":7}");
    private static final String ENVELOPE = "\"marketplace\":\"demo\",\"__op\":\"%s\",\"__source\":\"cdc\","
            + "\"__source_position\":%d,\"__source_time\":1767225600000}";
    private static final byte[] SELLER =
            bytes("{\"seller_id\":7,\"name\":\"晨光小店\",\"joined_at\":\"2025-12-31T16:00:00.123456Z\",\"colour\":\"red\","
                    + ENVELOPE.formatted("c", 12));
    private static final byte[] DELETED_SELLER = bytes("{\"seller_id\":7," + ENVELOPE.formatted("d", 13));
    private static final byte[] BROKEN = {'{', (byte) 0xff, 0, 1};
    private static final byte[] IMPORTER_REFUSAL = bytes("{\"marketplace\":\"uci\",\"entity\":\"order_line\","
            + "\"reason\":\"negative_price\",\"detail\":\"price is -3\",\"source\":\"import:uci\","
            + "\"origin\":\"sales.csv:118\",\"record\":\"AAH/\"}");

    @TempDir
    private static Path folder;

    private static TestStage stage;

    @BeforeAll
    static void start() {
        stage = TestStage.start(folder);
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    @Test
    void everyRecordEndsInItsTableOrInTheDeadLettersOnce() throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = stage.producer();
                EngineProcess job = stage.startJob()) {
            send(producer, "marketplace.seller", SELLER, BROKEN, DELETED_SELLER, null);
            send(producer, "marketplace.coupon", SELLER);
            send(producer, "marketplace.dead_letter", IMPORTER_REFUSAL);
            awaitRows(job, "seller", 2);
            awaitRows(job, "dead_letter", 3);

            send(
                    producer,
                    "marketplace.category",
                    bytes("{\"category_id\":\"c1\",\"level\":1," + ENVELOPE.formatted("c", 14)));
            awaitRows(job, "category", 1);

            assertSellers();
            assertDeadLetters();
            assertQuietTablesGetNoSnapshots(job);
        }
    }

    private void assertSellers() throws IOException {
        List<Record> sellers = stage.lake().rows("seller");
        assertThat(sellers)
                .extracting(
                        row -> row.getField("marketplace"),
                        row -> row.getField("seller_id"),
                        row -> row.getField("name"),
                        row -> row.getField("joined_at"),
                        row -> row.getField("change_op"),
                        row -> row.getField("source_position"),
                        row -> row.getField("topic_offset"),
                        row -> row.getField("extension"))
                .containsExactlyInAnyOrder(
                        tuple(
                                "demo",
                                "7",
                                "晨光小店",
                                OffsetDateTime.of(2025, 12, 31, 16, 0, 0, 123_456_000, ZoneOffset.UTC),
                                "c",
                                12L,
                                0L,
                                Map.of("colour", "red")),
                        tuple("demo", "7", null, null, "d", 13L, 2L, Map.of()));
        assertThat(sellers)
                .allSatisfy(row -> assertThat(row.getField("ingested_at"))
                        .isEqualTo(Instant.ofEpochMilli(ENTERED_LOG).atOffset(ZoneOffset.UTC)));
    }

    private void assertDeadLetters() throws IOException {
        assertThat(stage.lake().rows("dead_letter"))
                .extracting(
                        row -> row.getField("marketplace"),
                        row -> row.getField("entity"),
                        row -> row.getField("reason"),
                        row -> row.getField("origin"),
                        row -> row.getField("record_key"),
                        row -> row.getField("record"))
                .containsExactlyInAnyOrder(
                        tuple(null, "seller", "malformed", "marketplace.seller-0@1", buffer(KEY), buffer(BROKEN)),
                        tuple(
                                "demo",
                                "coupon",
                                "unknown_entity",
                                "marketplace.coupon-0@0",
                                buffer(KEY),
                                buffer(SELLER)),
                        tuple(
                                "uci",
                                "order_line",
                                "negative_price",
                                "sales.csv:118",
                                buffer(KEY),
                                ByteBuffer.wrap(new byte[] {0, 1, (byte) 0xff})));
    }

    private void assertQuietTablesGetNoSnapshots(EngineProcess job) throws IOException {
        int snapshots = stage.lake().snapshots("seller");
        Path checkpoint = stage.checkpoints().newest().orElseThrow();

        await().atMost(PATIENCE)
                .until(() ->
                        !job.isAlive() || number(stage.checkpoints().newest().orElseThrow()) > number(checkpoint) + 3);

        assertThat(stage.lake().snapshots("seller")).isEqualTo(snapshots);
        assertThat(stage.lake().count("order")).isZero();
    }

    private static int number(Path checkpoint) {
        return Integer.parseInt(checkpoint.getFileName().toString().replace("chk-", ""));
    }

    private static void awaitRows(EngineProcess job, String table, long rows) {
        await("rows of " + table + ", see " + job.log())
                .atMost(PATIENCE)
                .until(() -> !job.isAlive() || stage.lake().count(table) >= rows);
        assertThat(job.isAlive()).as("the job runs").isTrue();
    }

    private static void send(KafkaProducer<byte[], byte[]> producer, String topic, byte[]... values) {
        for (byte[] value : values) {
            producer.send(new ProducerRecord<>(topic, 0, ENTERED_LOG, KEY, value));
        }
        producer.flush();
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
