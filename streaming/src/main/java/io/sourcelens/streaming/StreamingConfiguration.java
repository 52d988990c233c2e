/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming;

import io.sourcelens.streaming.gate.PersonalData;
import io.sourcelens.streaming.lake.LakeCatalog;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.iceberg.flink.CatalogLoader;

/**
 * What this job is told by its environment.
 *
 * @param warehouse URI of the folder that holds the lake's files
 * @param clickHousePassword of the user {@code streaming}
 * @param checkpoints URI of the folder that holds the checkpoints
 * @param restPort port of status and metrics on the loopback interface, when the job runs in its own process
 * @param parallelism when the job runs in its own process; a cluster brings its own
 */
public record StreamingConfiguration(
        String kafkaBootstrap,
        String catalogUrl,
        String catalogUser,
        String catalogPassword,
        String warehouse,
        String clickHouseUrl,
        String clickHousePassword,
        String checkpoints,
        Duration checkpointInterval,
        int restPort,
        int parallelism,
        PersonalData personalData) {

    public static StreamingConfiguration fromEnvironment(Map<String, String> environment) {
        return new StreamingConfiguration(
                environment.getOrDefault("SOURCELENS_KAFKA_BOOTSTRAP", "127.0.0.1:19092"),
                environment.getOrDefault("SOURCELENS_CATALOG_URL", "jdbc:postgresql://127.0.0.1:15432/lake"),
                environment.getOrDefault("SOURCELENS_CATALOG_USER", "postgres"),
                environment.getOrDefault("SOURCELENS_CATALOG_PASSWORD", "postgres"),
                required(environment, "SOURCELENS_WAREHOUSE"),
                environment.getOrDefault("SOURCELENS_CLICKHOUSE_URL", "jdbc:clickhouse://127.0.0.1:18123"),
                environment.getOrDefault("SOURCELENS_CLICKHOUSE_STREAMING_PASSWORD", "streaming"),
                required(environment, "SOURCELENS_FLINK_CHECKPOINTS"),
                Duration.ofMillis(number(environment, "SOURCELENS_FLINK_CHECKPOINT_MILLIS", 2_000)),
                number(environment, "SOURCELENS_FLINK_REST_PORT", 18_081),
                number(environment, "SOURCELENS_FLINK_PARALLELISM", 1),
                personalData(environment));
    }

    /** The catalog of the lake. */
    public CatalogLoader catalog() {
        return LakeCatalog.loader(catalogUrl, catalogUser, catalogPassword, warehouse);
    }

    private static PersonalData personalData(Map<String, String> environment) {
        String fields = environment.getOrDefault("SOURCELENS_PERSONAL_FIELDS", "");
        return new PersonalData(
                required(environment, "SOURCELENS_PSEUDONYM_KEY"),
                Stream.of(fields.split(","))
                        .map(String::strip)
                        .filter(field -> !field.isEmpty())
                        .collect(Collectors.toSet()));
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(
                    "Cannot start streaming: %s is not set; see the settings in docs/operations.md".formatted(name));
        }
        return value;
    }

    private static int number(Map<String, String> environment, String name, int fallback) {
        String value = environment.get(name);
        if (value == null) {
            return fallback;
        }
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Cannot use %s: %s is not a whole number".formatted(name, value), e);
        }
    }
}
