/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.intake;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topic of receipts: one partition, the newest of every key, for a week. */
final class ReceiptTopic {
    /** A batch of which every record is rejected has an answer of some megabytes. */
    static final int MAX_MESSAGE_BYTES = 16 << 20;

    private static final Duration RETENTION = Duration.ofDays(7);
    private static final int TIMEOUT_MILLIS = 15_000;

    private ReceiptTopic() {}

    static void createMissing(String bootstrapServers) {
        NewTopic topic = new NewTopic(BatchLog.RECEIPTS, Optional.of(1), Optional.empty())
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_COMPACT + "," + TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG,
                        String.valueOf(RETENTION.toMillis()),
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        String.valueOf(MAX_MESSAGE_BYTES)));
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS))) {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IntakeException("Cannot create topic %s at %s: %s; see that Kafka runs there"
                        .formatted(
                                BatchLog.RECEIPTS,
                                bootstrapServers,
                                e.getCause().getMessage()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IntakeException("Cannot create topic %s: interrupted".formatted(BatchLog.RECEIPTS));
        }
    }
}
