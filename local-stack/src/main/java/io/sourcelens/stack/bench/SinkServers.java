/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import io.sourcelens.engines.clickhouse.ClickHouseServer;
import io.sourcelens.engines.kafka.KafkaServer;
import io.sourcelens.engines.postgres.PostgresServer;
import io.sourcelens.stack.Port;
import io.sourcelens.stack.StackSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What a streaming job needs around it, on the folders of a stack that has stopped, and nothing else. */
record SinkServers(StackSettings settings, PostgresServer postgres, KafkaServer kafka, ClickHouseServer clickHouse)
        implements AutoCloseable {

    static SinkServers start(StackSettings settings) {
        return new SinkServers(
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
