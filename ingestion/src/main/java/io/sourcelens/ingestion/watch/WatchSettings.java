/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.watch;

import io.sourcelens.ingestion.lake.LakeReader;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * Where every hop is, and where the watch itself answers.
 *
 * @param port where the watch answers, on the loopback address; 0 for any free one
 * @param interval between two readings
 */
record WatchSettings(
        String marketplace,
        String databaseUrl,
        String databaseUser,
        String databasePassword,
        String kafkaBootstrap,
        URI connect,
        URI flink,
        URI batch,
        URI clickHouse,
        String clickHousePassword,
        LakeReader lake,
        int port,
        Duration interval) {

    static WatchSettings from(Map<String, String> environment) {
        String clickHouse = environment.getOrDefault("SOURCELENS_CLICKHOUSE_URL", "jdbc:clickhouse://127.0.0.1:18123");
        return new WatchSettings(
                environment.getOrDefault("SOURCELENS_MARKETPLACE", "demo"),
                environment.getOrDefault("SOURCELENS_POSTGRES_URL", "jdbc:postgresql://127.0.0.1:15432/marketplace"),
                environment.getOrDefault("SOURCELENS_POSTGRES_USER", "postgres"),
                environment.getOrDefault("SOURCELENS_POSTGRES_PASSWORD", "postgres"),
                environment.getOrDefault("SOURCELENS_KAFKA_BOOTSTRAP", "127.0.0.1:19092"),
                URI.create(environment.getOrDefault("SOURCELENS_CONNECT_URL", "http://127.0.0.1:18083")),
                loopback(environment.getOrDefault("SOURCELENS_FLINK_REST_PORT", "18081")),
                loopback(environment.getOrDefault("SOURCELENS_BATCH_PORT", "18084")),
                URI.create(clickHouse.replaceFirst("^jdbc:(clickhouse|ch):(http:)?//", "http://")),
                environment.getOrDefault("SOURCELENS_CLICKHOUSE_WRITER_PASSWORD", "writer"),
                LakeReader.of(environment),
                number(environment, "SOURCELENS_WATCH_PORT", "18086"),
                Duration.ofSeconds(number(environment, "SOURCELENS_WATCH_SECONDS", "5")));
    }

    private static URI loopback(String port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static int number(Map<String, String> environment, String name, String otherwise) {
        String text = environment.getOrDefault(name, otherwise);
        if (!text.matches("\\d{1,9}")) {
            throw new IllegalArgumentException(
                    "Cannot use %s: '%s' is not a whole number; set it to one or unset it".formatted(name, text));
        }
        return Integer.parseInt(text);
    }
}
