/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.intake;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the committed receipts from the beginning to the end. */
final class ReceiptReader {
    private static final TopicPartition PARTITION = new TopicPartition(BatchLog.RECEIPTS, 0);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final JsonMapper JSON = new JsonMapper();

    private ReceiptReader() {}

    static void read(String bootstrapServers, Receipts receipts) {
        Map<String, Object> configuration = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                10_000);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(configuration, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            long end = consumer.endOffsets(List.of(PARTITION)).get(PARTITION);
            while (consumer.position(PARTITION) < end) {
                consumer.poll(POLL).forEach(record -> add(record, receipts));
            }
        }
    }

    private static void add(ConsumerRecord<byte[], byte[]> record, Receipts receipts) {
        try {
            receipts.add(
                    new String(record.key(), StandardCharsets.UTF_8), JSON.readValue(record.value(), Receipt.class));
        } catch (IOException e) {
            throw new KafkaException(
                    "Cannot read receipt %s@%d: %s".formatted(BatchLog.RECEIPTS, record.offset(), e.getMessage()), e);
        }
    }
}
