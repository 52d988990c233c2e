/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.capture;

import io.sourcelens.schema.Schemas;
import io.sourcelens.schema.Topics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of the contract. */
public final class EntityTopics {
    private static final int TIMEOUT_MILLIS = 15_000;

    private EntityTopics() {}

    /**
     * Creates the topics that do not exist yet, as replicated as the brokers are configured for; leaves the others alone.
     *
     * @throws CaptureException when Kafka does not answer or refuses
     */
    public static void createMissing(TopicSettings settings) {
        Map<String, Object> configuration = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        try (Admin admin = Admin.create(configuration)) {
            for (KafkaFuture<Void> creation :
                    admin.createTopics(topics(settings)).values().values()) {
                await(creation);
            }
        } catch (ExecutionException e) {
            throw new CaptureException(
                    "Cannot create topics at %s: %s; see that Kafka runs there"
                            .formatted(settings.bootstrapServers(), e.getCause().getMessage()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CaptureException("Cannot create topics: interrupted", e);
        }
    }

    private static List<NewTopic> topics(TopicSettings settings) {
        return Stream.concat(Schemas.entities().stream().map(Topics::of), Stream.of(Topics.DEAD_LETTER))
                .map(name -> new NewTopic(name, Optional.of(settings.partitions()), Optional.empty()))
                .toList();
    }

    private static void await(KafkaFuture<Void> creation) throws ExecutionException, InterruptedException {
        try {
            creation.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
