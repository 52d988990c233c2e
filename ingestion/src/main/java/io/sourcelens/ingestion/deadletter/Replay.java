/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sourcelens.schema.DeadLetter;
import io.sourcelens.schema.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends dead letters again: each with its mark, or as a new dead letter, in transactions. */
final class Replay implements AutoCloseable {
    private static final String TRANSACTIONAL_ID = "sourcelens-replay";
    private static final int LETTERS_PER_TRANSACTION = 1_000;
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);
    private static final JsonMapper JSON = new JsonMapper();

    private final String bootstrapServers;
    private final KafkaProducer<byte[], byte[]> producer;
    private final ReplayReport report = new ReplayReport();
    private @Nullable Future<RecordMetadata> last;

    Replay(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        producer = new KafkaProducer<>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.CLIENT_ID_CONFIG,
                TRANSACTIONAL_ID,
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                TRANSACTIONAL_ID,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                15_000,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class));
    }

    ReplayReport run(Iterator<StoredLetter> letters) {
        try {
            producer.initTransactions();
            while (letters.hasNext()) {
                producer.beginTransaction();
                for (int sent = 0; sent < LETTERS_PER_TRANSACTION && letters.hasNext(); sent++) {
                    send(letters.next());
                }
                producer.commitTransaction();
            }
            return report;
        } catch (KafkaException e) {
            throw new DeadLetterException(
                    "Cannot replay into Kafka at %s: %s; see that it runs and replay again: what was sent is not sent twice"
                            .formatted(bootstrapServers, e.getMessage()),
                    e);
        }
    }

    /** Where the last one stands in the log; {@code null} if nothing was sent. */
    @Nullable
    RecordMetadata last() {
        try {
            return last == null ? null : last.get();
        } catch (ExecutionException e) {
            throw new DeadLetterException("Cannot find the last record: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeadLetterException("Cannot find the last record: interrupted", e);
        }
    }

    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
    }

    private void send(StoredLetter letter) {
        Verdict verdict = Verdict.of(letter);
        if (verdict instanceof Verdict.Passed passed) {
            producer.send(new ProducerRecord<>(passed.topic(), passed.key(), letter.record()));
            sendLetter(letter, passed.mark());
            report.passed();
        } else if (verdict instanceof Verdict.RejectedAgain rejected) {
            sendLetter(letter, rejected.letter());
            report.rejectedAgain(rejected.letter().reason());
        } else if (verdict instanceof Verdict.Skipped skipped) {
            report.skipped(skipped.why());
        }
    }

    private void sendLetter(StoredLetter letter, DeadLetter successor) {
        try {
            last = producer.send(new ProducerRecord<>(
                    Topics.DEAD_LETTER,
                    letter.id().getBytes(StandardCharsets.UTF_8),
                    JSON.writeValueAsBytes(successor)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write JSON: " + e.getOriginalMessage(), e);
        }
    }
}
