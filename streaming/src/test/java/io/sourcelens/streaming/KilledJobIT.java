/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sourcelens.engines.EngineProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.iceberg.data.Record;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledJobIT {
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final int RECORDS = 40_000;
    private static final int BURST = 40;
    private static final int KILLS = 3;

    @TempDir
    private static Path folder;

    @Test
    void aJobKilledInTheMiddleOfAStreamLosesNothingAndRepeatsNothing() throws Exception {
        ScheduledExecutorService marketplace = Executors.newSingleThreadScheduledExecutor();
        try (TestStage stage = TestStage.start(folder);
                KafkaProducer<byte[], byte[]> producer = stage.producer()) {
            AtomicInteger sent = new AtomicInteger();
            marketplace.scheduleAtFixedRate(() -> sendBurst(producer, sent), 0, 20, TimeUnit.MILLISECONDS);

            long seen = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                try (EngineProcess job = stage.startJob()) {
                    seen = awaitMoreThan(stage, job, seen);
                    job.kill();
                }
            }
            try (EngineProcess job = stage.startJob()) {
                awaitMoreThan(stage, job, RECORDS - 1);
                assertThat(ids(stage.lake().rows("seller")))
                        .containsExactlyElementsOf(
                                IntStream.range(0, RECORDS).boxed().toList());
                assertThat(Files.readString(stage.jobLog())).contains("\"restored_from\":\"" + folder);
            }
        } finally {
            marketplace.shutdownNow();
        }
    }

    private static void sendBurst(KafkaProducer<byte[], byte[]> producer, AtomicInteger sent) {
        for (int i = 0; i < BURST && sent.get() < RECORDS; i++) {
            int id = sent.getAndIncrement();
            String seller = "{\"seller_id\":%d,\"marketplace\":\"demo\",\"__op\":\"c\",\"__source\":\"cdc\","
                    .concat("\"__source_position\":%d,\"__source_time\":1767225600000}")
                    .formatted(id, id);
            producer.send(new ProducerRecord<>("marketplace.seller", seller.getBytes(UTF_8)));
        }
    }

    private static long awaitMoreThan(TestStage stage, EngineProcess job, long rows) {
        await("more than %d rows, see %s".formatted(rows, job.log()))
                .atMost(PATIENCE)
                .until(() -> !job.isAlive() || stage.lake().count("seller") > rows);
        assertThat(job.isAlive()).as("the job runs").isTrue();
        return stage.lake().count("seller");
    }

    private static List<Integer> ids(List<Record> rows) {
        return rows.stream()
                .map(row -> Integer.valueOf((String) row.getField("seller_id")))
                .sorted()
                .toList();
    }
}
