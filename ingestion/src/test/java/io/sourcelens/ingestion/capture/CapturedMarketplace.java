/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.capture;

import io.sourcelens.engines.Ports;
import io.sourcelens.engines.kafka.KafkaServer;
import io.sourcelens.engines.postgres.PostgresServer;
import io.sourcelens.ingestion.marketplace.MarketplaceSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/** An empty marketplace that is captured: real PostgreSQL, Kafka and Kafka Connect. */
public record CapturedMarketplace(
        PostgresServer postgres, KafkaServer kafka, ConnectProcess connect, Map<String, String> environment)
        implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DATABASE = "marketplace";

    public static CapturedMarketplace start(Path folder) throws IOException, SQLException {
        PostgresServer postgres =
                PostgresServer.start(folder.resolve("postgres"), Ports.free(), folder.resolve("postgres.log"));
        KafkaServer kafka = KafkaServer.start(folder.resolve("kafka"), Ports.free(), folder.resolve("kafka.log"));
        ConnectProcess connect = ConnectProcess.start(kafka, folder.resolve("connect.log"));
        postgres.createDatabase(DATABASE);
        CapturedMarketplace marketplace = new CapturedMarketplace(
                postgres,
                kafka,
                connect,
                Map.of(
                        "SOURCELENS_POSTGRES_URL", postgres.jdbcUrl(DATABASE),
                        "SOURCELENS_KAFKA_BOOTSTRAP", kafka.bootstrapServers(),
                        "SOURCELENS_CONNECT_URL", connect.url().toString()));
        try (Connection connection = marketplace.open()) {
            MarketplaceSchema.apply(connection);
        }
        new Capture(CaptureSettings.from(marketplace.environment()), PATIENCE).start();
        return marketplace;
    }

    public Connection open() throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(DATABASE), postgres.user(), postgres.password());
    }

    /** Stops the connector's process from running, without ending it. */
    public void freezeConnector() throws IOException, InterruptedException {
        signal("STOP");
    }

    public void thawConnector() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        String pid = Long.toString(connect.process().pid());
        int exitCode =
                new ProcessBuilder("kill", "-" + name, pid).inheritIO().start().waitFor();
        if (exitCode != 0) {
            throw new IOException("Cannot send %s to process %s: exit code %d".formatted(name, pid, exitCode));
        }
    }

    @Override
    public void close() {
        connect.close();
        kafka.close();
        postgres.close();
    }
}
