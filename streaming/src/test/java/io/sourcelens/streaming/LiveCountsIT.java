/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sourcelens.engines.EngineProcess;
import io.sourcelens.engines.clickhouse.ClickHouseServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveCountsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final byte[] SKU =
            ("{\"sku_id\":1,\"category_id\":\"c1\",\"name_zh\":\"晨光\",\"marketplace\":\"demo\","
                            + "\"__op\":\"c\",\"__source\":\"cdc\",\"__source_position\":5,\"__source_time\":1767225600000}")
                    .getBytes(UTF_8);

    @TempDir
    private static Path folder;

    private int sent;

    @Test
    void countsAreThoseOfTheNewestChangesWhateverIsRepeatedReorderedOrKilled() throws Exception {
        OrderLineHistory history = new OrderLineHistory(42, Instant.now());
        try (TestStage stage = TestStage.start(folder);
                KafkaProducer<byte[], byte[]> producer = stage.producer()) {
            send(producer, history.changes(200));
            producer.send(new ProducerRecord<>("marketplace.sku", SKU)).get();
            try (EngineProcess job = stage.startJob()) {
                awaitLake(stage, job);
                assertThat(Files.readString(stage.jobLog()))
                        .as("ClickHouse is away, the lake goes on")
                        .contains("live_counts_held_up");
                job.kill();
            }
            send(producer, history.changes(200));
            try (EngineProcess job = stage.startJob()) {
                try (ClickHouseServer clickHouse = stage.startClickHouse()) {
                    awaitCounts(job, clickHouse, history);
                    assertThat(clickHouse.query("writer", "SELECT sku_id, category_id, name_zh, name_en FROM live.sku"))
                            .isEqualTo("1\tc1\t晨光\t\\N");
                }
                send(producer, history.changes(100));
                awaitLake(stage, job);
                try (ClickHouseServer clickHouse = stage.startClickHouse()) {
                    awaitCounts(job, clickHouse, history);
                    job.kill();
                    send(producer, history.changes(100));
                    try (EngineProcess restored = stage.startJob()) {
                        awaitCounts(restored, clickHouse, history);
                    }
                }
            }
        }
    }

    private void send(KafkaProducer<byte[], byte[]> producer, List<byte[]> records) {
        records.forEach(record -> producer.send(new ProducerRecord<>("marketplace.order_line", record)));
        producer.flush();
        sent += records.size();
    }

    private void awaitLake(TestStage stage, EngineProcess job) {
        await("%d changes in the lake, see %s".formatted(sent, job.log()))
                .atMost(PATIENCE)
                .until(() -> !job.isAlive() || stage.lake().count("order_line") == sent);
        assertThat(job.isAlive()).as("the job runs").isTrue();
    }

    private static void awaitCounts(EngineProcess job, ClickHouseServer clickHouse, OrderLineHistory history) {
        await("counts, see " + job.log())
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(counts(clickHouse)).isEqualTo(history.counts()));
    }

    private static Map<String, String> counts(ClickHouseServer clickHouse) {
        Map<String, String> counts = new TreeMap<>();
        clickHouse
                .query("writer", """
                        SELECT concat(dimension, ' ', dimension_id, ' ', toUnixTimestamp(minute_at)),
                            concat(length(order_hashes), ' ', length(buyer_hashes), ' ', units, ' ', sale_revenue_minor)
                        FROM live.minute_count FINAL WHERE units > 0""")
                .lines()
                .map(line -> line.split("\t"))
                .forEach(cell -> counts.put(cell[0], cell[1]));
        return counts;
    }
}
