/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming;

import io.sourcelens.engines.EngineProcess;
import io.sourcelens.engines.Ports;
import io.sourcelens.engines.clickhouse.ClickHouseServer;
import io.sourcelens.engines.kafka.KafkaServer;
import io.sourcelens.engines.postgres.PostgresServer;
import io.sourcelens.schema.ClickHouseTable;
import io.sourcelens.schema.Schemas;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A real log, a real catalog and a folder for the lake; the job is started on them as the process it is. ClickHouse is
 * away until a test starts it.
 */
record TestStage(Path folder, PostgresServer postgres, KafkaServer kafka, int clickHousePort) implements AutoCloseable {
    private static final Duration CHECKPOINT_INTERVAL = Duration.ofMillis(500);

    static TestStage start(Path folder) {
        PostgresServer postgres =
                PostgresServer.start(folder.resolve("postgres"), Ports.free(), folder.resolve("postgres.log"));
        postgres.createDatabase("lake");
        KafkaServer kafka = KafkaServer.start(folder.resolve("kafka"), Ports.free(), folder.resolve("kafka.log"));
        return new TestStage(folder, postgres, kafka, Ports.free());
    }

    EngineProcess startJob() throws IOException {
        String classpath =
                Path.of("target", "classes") + File.pathSeparator + Files.readString(Path.of("target", "classpath"));
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-cp",
                classpath,
                StreamingJob.class.getName());
        return EngineProcess.start(
                "streaming", command, environment(), Path.of(".").toAbsolutePath(), jobLog(), Duration.ofSeconds(10));
    }

    ClickHouseServer startClickHouse() {
        ClickHouseServer server = ClickHouseServer.start(
                folder.resolve("clickhouse"),
                clickHousePort,
                Ports.free(),
                folder.resolve("warehouse"),
                folder.resolve("clickhouse.log"));
        server.query("writer", "CREATE DATABASE IF NOT EXISTS live");
        Schemas.liveTables()
                .forEach(table -> server.query("writer", ClickHouseTable.createLive(table, "live." + table.name())));
        return server;
    }

    KafkaProducer<byte[], byte[]> producer() {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", kafka.bootstrapServers());
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    TestLake lake() {
        return new TestLake(postgres.jdbcUrl("lake"), warehouse());
    }

    CheckpointFolder checkpoints() {
        return new CheckpointFolder(folder.resolve("checkpoints"));
    }

    Path jobLog() {
        return folder.resolve("streaming.log");
    }

    @Override
    public void close() {
        kafka.close();
        postgres.close();
    }

    private String warehouse() {
        return folder.resolve("warehouse").toUri().toString();
    }

    private Map<String, String> environment() {
        return Map.of(
                "SOURCELENS_KAFKA_BOOTSTRAP", kafka.bootstrapServers(),
                "SOURCELENS_CATALOG_URL", postgres.jdbcUrl("lake"),
                "SOURCELENS_WAREHOUSE", warehouse(),
                "SOURCELENS_CLICKHOUSE_URL", "jdbc:clickhouse://127.0.0.1:" + clickHousePort,
                "SOURCELENS_FLINK_CHECKPOINTS",
                        folder.resolve("checkpoints").toUri().toString(),
                "SOURCELENS_FLINK_CHECKPOINT_MILLIS", Long.toString(CHECKPOINT_INTERVAL.toMillis()),
                "SOURCELENS_FLINK_REST_PORT", Integer.toString(Ports.free()),
                "SOURCELENS_PSEUDONYM_KEY", "a key for tests, of at least 32 characters");
    }
}
