/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.source;

import io.sourcelens.schema.Topics;
import java.time.Duration;
import java.util.regex.Pattern;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceOptions;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** Every topic of the event contract, and those that appear while the job runs. */
public final class MarketplaceTopics {
    private static final Duration DISCOVERY_INTERVAL = Duration.ofSeconds(5);

    private MarketplaceTopics() {}

    /** Committed records only, from the beginning of the log unless a checkpoint says where to go on. */
    public static KafkaSource<LogRecord> source(String bootstrapServers) {
        return KafkaSource.<LogRecord>builder()
                .setBootstrapServers(bootstrapServers)
                .setTopicPattern(Pattern.compile(Topics.PATTERN))
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new LogRecordDeserializer())
                .setClientIdPrefix("sourcelens-streaming")
                .setProperty(
                        KafkaSourceOptions.PARTITION_DISCOVERY_INTERVAL_MS.key(),
                        Long.toString(DISCOVERY_INTERVAL.toMillis()))
                // Positions live in the checkpoints; the broker's copy would be a second truth.
                .setProperty(KafkaSourceOptions.COMMIT_OFFSETS_ON_CHECKPOINT.key(), "false")
                .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
                .setProperty(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "2000")
                .build();
    }
}
