/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history;

import io.sourcelens.ingestion.history.mapping.ImportException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends to Kafka in transactions. Each commits, with its records, how many of every topic's have been sent by then, as the
 * offsets of a consumer group that is called after the import: killed at any moment, the import goes on where the last
 * commit was and nothing comes twice. Two runs of one import at a time are impossible: the later one fences the other off.
 */
final class KafkaRecordSink implements RecordSink, AutoCloseable {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);
    private static final int RECORDS_PER_TRANSACTION = 10_000;
    /** Readers of committed records wait for the transaction of an import that was killed no longer than this. */
    private static final int TRANSACTION_TIMEOUT_MILLIS = 30_000;

    private final String bootstrapServers;
    private final String group;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Map<String, Long> delivered;
    private final Map<String, Long> sent;
    private int open;

    /**
     * @param importId the same for the same files, mapping and marketplace
     * @param again whether to begin anew, whatever an earlier run has delivered
     * @throws ImportException when Kafka does not answer
     */
    KafkaRecordSink(String bootstrapServers, String importId, boolean again) {
        this.bootstrapServers = bootstrapServers;
        this.group = "sourcelens-import-" + importId;
        this.producer = new KafkaProducer<>(Map.ofEntries(
                Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                Map.entry(ProducerConfig.CLIENT_ID_CONFIG, group),
                Map.entry(ProducerConfig.TRANSACTIONAL_ID_CONFIG, group),
                Map.entry(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MILLIS),
                Map.entry(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class),
                Map.entry(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class),
                Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
                Map.entry(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4"),
                Map.entry(ProducerConfig.LINGER_MS_CONFIG, 20),
                Map.entry(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024)));
        try {
            producer.initTransactions();
            this.delivered = again ? Map.of() : committed();
        } catch (KafkaException e) {
            producer.close(Duration.ZERO);
            throw failure(e);
        }
        this.sent = new HashMap<>(delivered);
    }

    @Override
    public long delivered(String topic) {
        return delivered.getOrDefault(topic, 0L);
    }

    @Override
    public void send(String topic, byte[] key, byte[] value) {
        try {
            if (open == 0) {
                producer.beginTransaction();
            }
            producer.send(new ProducerRecord<>(topic, key, value));
            sent.merge(topic, 1L, Long::sum);
            if (++open == RECORDS_PER_TRANSACTION) {
                commit();
            }
        } catch (KafkaException e) {
            throw failure(e);
        }
    }

    @Override
    public void flush() {
        try {
            if (open > 0) {
                commit();
            }
        } catch (KafkaException e) {
            throw failure(e);
        }
    }

    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
    }

    private void commit() {
        Map<TopicPartition, OffsetAndMetadata> counts = sent.entrySet().stream()
                .collect(Collectors.toMap(
                        count -> new TopicPartition(count.getKey(), 0),
                        count -> new OffsetAndMetadata(count.getValue())));
        producer.sendOffsetsToTransaction(counts, new ConsumerGroupMetadata(group));
        producer.commitTransaction();
        open = 0;
    }

    /** What earlier runs have committed; transactions of a killed one are undone before that. */
    private Map<String, Long> committed() {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            return admin
                    .listConsumerGroupOffsets(group, new ListConsumerGroupOffsetsOptions().requireStable(true))
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .entrySet()
                    .stream()
                    .collect(Collectors.toMap(
                            count -> count.getKey().topic(),
                            count -> count.getValue().offset()));
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(e);
        }
    }

    private ImportException failure(Exception e) {
        return new ImportException(
                "Cannot send to Kafka at %s: %s; see that it runs and that this import runs once, and import again: it goes on where it was"
                        .formatted(bootstrapServers, e.getMessage()),
                e);
    }
}
