/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sourcelens.engines.Ports;
import io.sourcelens.engines.kafka.KafkaServer;
import io.sourcelens.ingestion.capture.TopicReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import in a process of its own is killed while it sends, and started again. */
class KilledImportIT {
    /** Enough for several transactions. */
    private static final int ROWS = 120_000;

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String MAPPING = """
            marketplace: {name: Shop, currency: EUR, time_zone: UTC, return_window_days: 0}
            files:
              lines: {path: lines.csv}
            entities:
              order_line:
                from: lines
                fields:
                  order_line_id: id
                  order_id: id
                  line_number: {constant: 1, type: integer}
                  sku_id: sku
                  mode: {constant: dropship}
                  quantity: quantity
                  sale_price_minor: price
                  status: {constant: active}
                  ordered_at: time
            """;

    @TempDir
    private Path folder;

    @Test
    void killedMidwayItGoesOnWhereItWasAndDoublesNothing() throws IOException, InterruptedException {
        Files.writeString(
                folder.resolve("lines.csv"),
                IntStream.rangeClosed(1, ROWS)
                        .mapToObj(id ->
                                "%d,S%d,%d,1.99,2026-01-01 10:00:00".formatted(id, id % 100, id % 1_000 == 0 ? 0 : 1))
                        .collect(Collectors.joining("\n", "id,sku,quantity,price,time\n", "\n")));
        Files.writeString(folder.resolve("mapping.yaml"), MAPPING);
        try (KafkaServer kafka = KafkaServer.start(folder.resolve("kafka"), Ports.free(), folder.resolve("kafka.log"));
                TopicReader reader =
                        new TopicReader(kafka.bootstrapServers(), "marketplace\\.(order_line|dead_letter)")) {
            Process first = start(kafka, "first.log");
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> !reader.poll().isEmpty());
            first.destroyForcibly().waitFor();

            assertThat(start(kafka, "second.log").waitFor()).as("exit code").isZero();

            await().atMost(PATIENCE).until(() -> reader.poll().size() >= ROWS);
            assertThat(Files.readString(folder.resolve("first.log"))).doesNotContain("read = kept + rejected");
            assertThat(Files.readString(folder.resolve("second.log")))
                    .contains("read = kept + rejected: 120,000 = 119,880 + 120")
                    .contains("of them delivered by an earlier run");
            List<String> keys = reader.poll().stream().map(KilledImportIT::key).toList();
            assertThat(keys).hasSize(ROWS).doesNotHaveDuplicates();
        }
    }

    private Process start(KafkaServer kafka, String log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                ImportMain.class.getName(),
                folder.toString(),
                "--mapping",
                folder.resolve("mapping.yaml").toString(),
                "--marketplace",
                "shop");
        builder.environment().put("SOURCELENS_KAFKA_BOOTSTRAP", kafka.bootstrapServers());
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve(log).toFile())
                .start();
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return record.topic() + new String(record.key(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
