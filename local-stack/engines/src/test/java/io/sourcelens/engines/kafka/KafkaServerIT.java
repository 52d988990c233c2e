/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.engines.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.sourcelens.engines.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerIT {
    private static final TopicPartition TOPIC = new TopicPartition("marketplace.order", 0);

    @TempDir
    Path folder;

    @Test
    void acknowledgedRecordsOutliveAKillAndACleanStop() throws Exception {
        int port = Ports.free();
        try (KafkaServer server = start(port)) {
            send(server, "before the kill");
            server.kill();
        }
        try (KafkaServer server = start(port)) {
            send(server, "after the kill");
        }
        try (KafkaServer server = start(port)) {
            assertThat(read(server, 2)).containsExactly("before the kill", "after the kill");
        }
        assertThat(folder.resolve("data/log/.kafka_cleanshutdown")).exists();
    }

    private KafkaServer start(int port) {
        return KafkaServer.start(folder.resolve("data"), port, folder.resolve("kafka.log"));
    }

    private static void send(KafkaServer server, String value) throws Exception {
        Map<String, Object> configuration = Map.of("bootstrap.servers", server.bootstrapServers(), "acks", "all");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(configuration, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC.topic(), value)).get();
        }
    }

    private static List<String> read(KafkaServer server, int expected) {
        Map<String, Object> configuration =
                Map.of("bootstrap.servers", server.bootstrapServers(), "auto.offset.reset", "earliest");
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(configuration, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(TOPIC));
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                for (ConsumerRecord<String, String> message : consumer.poll(Duration.ofMillis(200))) {
                    values.add(message.value());
                }
                return values.size() >= expected;
            });
        }
        return values;
    }
}
