/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.capture;

import java.net.URI;
import java.util.Map;

/**
 * What is captured, from where to where.
 *
 * @param marketplace name that every record carries; lower case letters, digits and hyphens
 * @param databaseUrl JDBC address of the marketplace's PostgreSQL
 */
record CaptureSettings(
        String marketplace,
        String databaseUrl,
        String databaseUser,
        String databasePassword,
        URI connectUrl,
        TopicSettings topics) {

    private static final String JDBC = "jdbc:";
    private static final int DEFAULT_PORT = 5432;

    CaptureSettings {
        if (!marketplace.matches("[a-z0-9][a-z0-9-]*")) {
            throw new CaptureException(
                    "Cannot use SOURCELENS_MARKETPLACE=%s: only lower case letters, digits and hyphens make a name"
                            .formatted(marketplace));
        }
        if (!databaseUrl.startsWith("jdbc:postgresql://")) {
            throw new CaptureException(
                    "Cannot use SOURCELENS_POSTGRES_URL=%s: it does not read jdbc:postgresql://HOST:PORT/DATABASE"
                            .formatted(databaseUrl));
        }
    }

    static CaptureSettings from(Map<String, String> environment) {
        return new CaptureSettings(
                environment.getOrDefault("SOURCELENS_MARKETPLACE", "demo"),
                environment.getOrDefault("SOURCELENS_POSTGRES_URL", "jdbc:postgresql://127.0.0.1:15432/marketplace"),
                environment.getOrDefault("SOURCELENS_POSTGRES_USER", "postgres"),
                environment.getOrDefault("SOURCELENS_POSTGRES_PASSWORD", "postgres"),
                URI.create(environment.getOrDefault("SOURCELENS_CONNECT_URL", "http://127.0.0.1:18083")),
                TopicSettings.from(environment));
    }

    /** Values for the connector file. The password is not among them: the worker reads its own environment. */
    Map<String, String> connectorValues() {
        URI database = URI.create(databaseUrl.substring(JDBC.length()));
        int port = database.getPort() < 0 ? DEFAULT_PORT : database.getPort();
        return Map.of(
                "SOURCELENS_MARKETPLACE", marketplace,
                "SOURCELENS_POSTGRES_HOST", database.getHost(),
                "SOURCELENS_POSTGRES_PORT", String.valueOf(port),
                "SOURCELENS_POSTGRES_DATABASE", database.getPath().substring(1),
                "SOURCELENS_POSTGRES_USER", databaseUser,
                "SOURCELENS_TOPIC_PARTITIONS", String.valueOf(topics.partitions()));
    }
}
