/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sourcelens.schema.DeadLetter;
import io.sourcelens.schema.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes batches, each with its receipt in one transaction, one after the other. */
final class BatchLog implements AutoCloseable {
    /** Compacted, and outside of what streaming reads. */
    static final String RECEIPTS = "sourcelens.intake_receipt";

    private static final Logger LOG = LoggerFactory.getLogger(BatchLog.class);
    private static final String TRANSACTIONAL_ID = "sourcelens-intake";
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);
    private static final JsonMapper JSON = new JsonMapper();

    private final String bootstrapServers;
    private final Receipts receipts = new Receipts(Receipts.MOST_BYTES);
    private @Nullable KafkaProducer<byte[], byte[]> producer;

    BatchLog(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Ends what an earlier process left half done, and reads the receipts. */
    synchronized void open() throws Problem {
        producer();
    }

    /** @return what was answered before, {@code null} if this batch was never taken */
    synchronized byte @Nullable [] answered(String key, String fingerprint) throws Problem {
        producer();
        Receipt receipt = receipts.find(key);
        if (receipt == null) {
            return null;
        }
        if (!receipt.fingerprint().equals(fingerprint)) {
            throw new Problem(
                    422,
                    "Unprocessable Content",
                    "Cannot take this batch: its Idempotency-Key was used for other bytes; use a new key");
        }
        return receipt.answer();
    }

    /**
     * Returns when the batch is in the log, whole.
     *
     * @return the answer to give, which is the first one's if the same batch came in between
     */
    synchronized byte[] write(String key, String fingerprint, JudgedBatch batch) throws Problem {
        byte[] before = answered(key, fingerprint);
        if (before != null) {
            return before;
        }
        Receipt receipt = new Receipt(fingerprint, bytes(BatchAnswer.of(batch)));
        KafkaProducer<byte[], byte[]> open = producer();
        try {
            open.beginTransaction();
            send(open, key, batch);
            open.send(new ProducerRecord<>(RECEIPTS, key.getBytes(StandardCharsets.UTF_8), bytes(receipt)));
            open.commitTransaction();
        } catch (KafkaException e) {
            throw lost(e);
        }
        receipts.add(key, receipt);
        return receipt.answer();
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(CLOSE_TIMEOUT);
            producer = null;
        }
    }

    private static void send(KafkaProducer<byte[], byte[]> producer, String key, JudgedBatch batch) {
        String topic = Topics.of(batch.entity());
        batch.accepted().forEach(record -> producer.send(new ProducerRecord<>(topic, record.key(), record.bytes())));
        batch.rejected().forEach(record -> {
            String origin = "http %s record %d".formatted(key, record.index());
            DeadLetter letter = new DeadLetter(
                    batch.marketplace(),
                    batch.entity().name(),
                    record.reason().code(),
                    record.detail(),
                    JudgedBatch.SOURCE,
                    origin,
                    record.bytes());
            producer.send(
                    new ProducerRecord<>(Topics.DEAD_LETTER, origin.getBytes(StandardCharsets.UTF_8), bytes(letter)));
        });
    }

    /**
     * Whether the transaction was committed is not known. A new producer settles it when it is opened, and the receipts,
     * read anew, tell how.
     */
    private Problem lost(KafkaException cause) {
        LOG.atWarn()
                .addKeyValue("event", "log_unavailable")
                .setCause(cause)
                .log("Cannot write to Kafka at {}; trying anew with the next batch", bootstrapServers);
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
        return new Problem(
                503,
                "Service Unavailable",
                "Cannot reach the log; send the batch again with the same Idempotency-Key: it is not taken twice");
    }

    private KafkaProducer<byte[], byte[]> producer() throws Problem {
        if (producer == null) {
            try {
                producer = new KafkaProducer<>(configuration());
                producer.initTransactions();
                receipts.clear();
                ReceiptReader.read(bootstrapServers, receipts);
            } catch (KafkaException e) {
                throw lost(e);
            }
        }
        return producer;
    }

    private Map<String, Object> configuration() {
        return Map.ofEntries(
                Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                Map.entry(ProducerConfig.CLIENT_ID_CONFIG, TRANSACTIONAL_ID),
                Map.entry(ProducerConfig.TRANSACTIONAL_ID_CONFIG, TRANSACTIONAL_ID),
                Map.entry(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class),
                Map.entry(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class),
                Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
                Map.entry(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4"),
                Map.entry(ProducerConfig.LINGER_MS_CONFIG, 5),
                Map.entry(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024),
                Map.entry(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, ReceiptTopic.MAX_MESSAGE_BYTES),
                Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000),
                Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000),
                Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 15_000),
                Map.entry(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 20_000));
    }

    private static byte[] bytes(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write JSON: " + e.getOriginalMessage(), e);
        }
    }
}
