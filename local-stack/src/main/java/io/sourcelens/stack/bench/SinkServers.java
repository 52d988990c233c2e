/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import io.sourcelens.engines.EngineProcess;
import io.sourcelens.engines.clickhouse.ClickHouseServer;
import io.sourcelens.engines.kafka.KafkaServer;
import io.sourcelens.engines.postgres.PostgresServer;
import io.sourcelens.stack.JavaLaunch;
import io.sourcelens.stack.Launch;
import io.sourcelens.stack.Port;
import io.sourcelens.stack.StackException;
import io.sourcelens.stack.StackSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a streaming job needs around it, on the folders of a stack that has stopped, and nothing else. */
record SinkServers(StackSettings settings, PostgresServer postgres, KafkaServer kafka, ClickHouseServer clickHouse)
        implements AutoCloseable {
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

    static SinkServers start(StackSettings settings) throws InterruptedException {
        SinkServers servers = new SinkServers(
                settings,
                PostgresServer.start(
                        settings.state("postgres"), settings.port(Port.POSTGRES), settings.state("logs/postgres.log")),
                KafkaServer.start(
                        settings.state("kafka"),
                        settings.port(Port.KAFKA),
                        settings.port(Port.KAFKA_CONTROLLER),
                        settings.state("logs/kafka.log")),
                ClickHouseServer.start(
                        settings.state("clickhouse"),
                        settings.port(Port.CLICKHOUSE),
                        settings.port(Port.CLICKHOUSE_TCP),
                        settings.state("warehouse"),
                        settings.state("logs/clickhouse.log")));
        makeLiveTables(settings);
        return servers;
    }

    /** Without them the streaming job would hold its live counts back, and write them into every checkpoint. */
    private static void makeLiveTables(StackSettings settings) throws InterruptedException {
        Launch launch = new JavaLaunch(settings)
                .of("batch-jobs", "io.sourcelens.batch.ClickHouseSetup", 64, List.of(), List.of());
        try (EngineProcess setup = EngineProcess.start(
                "ClickHouse setup",
                launch.command(),
                launch.environment(),
                launch.directory(),
                settings.state("logs/clickhouse-setup.log"),
                STOP_TIMEOUT)) {
            if (setup.process().waitFor() != 0) {
                throw new StackException(
                        "Cannot make the tables of live counts in ClickHouse; see %s".formatted(setup.log()));
            }
        }
    }

    /** Settings of a job that has an empty lake of its own: catalog, warehouse and checkpoints. */
    StackSettings withNewLake(String name) {
        postgres.createDatabase(name);
        Path folder = settings.state(name);
        Map<String, String> given = new TreeMap<>(settings.given());
        given.put("SOURCELENS_CATALOG_URL", postgres.jdbcUrl(name));
        given.put("SOURCELENS_WAREHOUSE", folder.resolve("warehouse").toUri().toString());
        given.put(
                "SOURCELENS_FLINK_CHECKPOINTS",
                folder.resolve("checkpoints").toUri().toString());
        return new StackSettings(settings.options(), given);
    }

    @Override
    public void close() {
        clickHouse.stop();
        kafka.stop();
        postgres.stop();
    }
}
