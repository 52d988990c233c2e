/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.watch;

import io.sourcelens.ingestion.watch.Reading.Log;
import io.sourcelens.schema.Topics;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** The topics of the contract as the brokers see them. */
final class LogProbe implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 3_000;

    private final Admin admin;

    LogProbe(String bootstrap) {
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS));
    }

    Log read() throws ExecutionException, InterruptedException {
        List<String> topics = admin.listTopics().names().get().stream()
                .filter(name -> name.matches(Topics.PATTERN))
                .toList();
        List<TopicPartition> partitions = admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(topic ->
                        topic.partitions().stream().map(one -> new TopicPartition(topic.name(), one.partition())))
                .toList();
        Map<String, Long> ends = new TreeMap<>();
        offsets(partitions, OffsetSpec.latest())
                .forEach((partition, end) -> ends.merge(partition.topic(), end.offset(), Long::sum));
        // What was rejected before the topics reaches no mart.
        List<TopicPartition> entities = partitions.stream()
                .filter(partition -> !partition.topic().equals(Topics.DEAD_LETTER))
                .toList();
        Optional<Instant> newest = offsets(entities, OffsetSpec.maxTimestamp()).values().stream()
                .map(ListOffsetsResultInfo::timestamp)
                .filter(millis -> millis >= 0)
                .max(Long::compare)
                .map(Instant::ofEpochMilli);
        return new Log(ends, newest);
    }

    private Map<TopicPartition, ListOffsetsResultInfo> offsets(List<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        return new HashMap<>(
                admin.listOffsets(partitions.stream().collect(Collectors.toMap(Function.identity(), one -> which)))
                        .all()
                        .get());
    }

    @Override
    public void close() {
        admin.close();
    }
}
