/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.capture;

import java.util.Map;

/**
 * Where the log is, and how its topics are cut.
 *
 * @param partitions of a topic that does not exist yet
 */
public record TopicSettings(String bootstrapServers, int partitions) {
    public TopicSettings {
        if (partitions < 1) {
            throw new CaptureException(
                    "Cannot use SOURCELENS_TOPIC_PARTITIONS=%d: a topic needs at least 1".formatted(partitions));
        }
    }

    public static TopicSettings from(Map<String, String> environment) {
        return new TopicSettings(
                environment.getOrDefault("SOURCELENS_KAFKA_BOOTSTRAP", "127.0.0.1:19092"),
                Integer.parseInt(environment.getOrDefault("SOURCELENS_TOPIC_PARTITIONS", "1")));
    }
}
