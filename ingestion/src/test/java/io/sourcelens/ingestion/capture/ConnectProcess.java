/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.capture;

import io.sourcelens.engines.EngineProcess;
import io.sourcelens.engines.Ports;
import io.sourcelens.engines.kafka.KafkaServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A Kafka Connect worker of its own process, with the worker file that is shipped. */
record ConnectProcess(EngineProcess process, URI url) implements AutoCloseable {
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(15);

    static ConnectProcess start(KafkaServer kafka, Path log) throws IOException {
        Path module = Path.of("").toAbsolutePath();
        Path classes = module.resolve("target/classes");
        String classpath = classes + ":"
                + Files.readString(module.resolve("target/classpath")).strip();
        URI url = URI.create("http://127.0.0.1:" + Ports.free());
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                classpath,
                "org.apache.kafka.connect.cli.ConnectDistributed",
                classes.resolve("capture/connect-worker.properties").toString());
        Map<String, String> environment = Map.of(
                "SOURCELENS_KAFKA_BOOTSTRAP", kafka.bootstrapServers(),
                "SOURCELENS_CONNECT_URL", url.toString(),
                "SOURCELENS_POSTGRES_PASSWORD", "postgres");
        Path folder = log.toAbsolutePath().getParent();
        return new ConnectProcess(
                EngineProcess.start("Kafka Connect", command, environment, folder, log, STOP_TIMEOUT), url);
    }

    @Override
    public void close() {
        process.close();
    }
}
