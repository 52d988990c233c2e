/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.fuzz;

import io.sourcelens.schema.TableSchema;
import io.sourcelens.schema.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes records into their topics, as fast as the log takes them, and remembers where each stands. */
final class TopicWay implements AutoCloseable {
    static final String SOURCE = "fuzz";

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    private final KafkaProducer<byte[], byte[]> producer;
    private final Map<TableSchema, SentOffsets> sent = new java.util.concurrent.ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    TopicWay(String bootstrapServers) {
        producer = new KafkaProducer<>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.CLIENT_ID_CONFIG,
                "sourcelens-fuzz",
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.LINGER_MS_CONFIG,
                20,
                ProducerConfig.BATCH_SIZE_CONFIG,
                256 * 1024,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class));
    }

    void send(FuzzRecord record) {
        SentOffsets offsets = sent.computeIfAbsent(record.entity(), entity -> new SentOffsets());
        producer.send(
                new ProducerRecord<>(
                        Topics.of(record.entity()), SOURCE.getBytes(StandardCharsets.US_ASCII), record.bytes()),
                (metadata, exception) -> {
                    if (exception == null) {
                        offsets.add(metadata.partition(), metadata.offset(), record.valid());
                    } else {
                        failure.compareAndSet(null, exception);
                    }
                });
    }

    /** Waits until everything is in the log. */
    Map<String, SentOffsets> finish() {
        producer.flush();
        Exception exception = failure.get();
        if (exception != null) {
            throw new FuzzException("Cannot write to the topics: " + exception.getMessage(), exception);
        }
        Map<String, SentOffsets> byEntity = new TreeMap<>();
        sent.forEach((entity, offsets) -> byEntity.put(entity.name(), offsets));
        return byEntity;
    }

    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
    }
}
