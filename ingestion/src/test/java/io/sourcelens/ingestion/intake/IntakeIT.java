/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sourcelens.engines.Ports;
import io.sourcelens.engines.kafka.KafkaServer;
import io.sourcelens.ingestion.capture.EntityTopics;
import io.sourcelens.ingestion.capture.TopicReader;
import io.sourcelens.ingestion.capture.TopicSettings;
import io.sourcelens.schema.DeadLetter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Batches over real HTTP into a real Kafka, also when the intake is replaced while a batch is half done. */
class IntakeIT {
    private static final String SECRET = "a secret of at least thirty-two bytes";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    static Path folder;

    private static KafkaServer kafka;

    private IntakeServer intake;

    @BeforeAll
    static void startKafka() {
        kafka = KafkaServer.start(folder.resolve("kafka"), Ports.free(), folder.resolve("kafka.log"));
        EntityTopics.createMissing(new TopicSettings(kafka.bootstrapServers(), 1));
    }

    @AfterAll
    static void stopKafka() {
        kafka.close();
    }

    @BeforeEach
    void startIntake() {
        intake = start();
    }

    @AfterEach
    void stopIntake() {
        intake.close();
    }

    @Test
    void aBatchIsInTheLogWhenItIsAnsweredAndItsRejectsAreDeadLetters() throws Exception {
        String batch = Records.seller(1) + "\n" + Records.seller(2).replace("\"u\"", "\"x\"") + "\n{broken\n";

        HttpResponse<String> answer = post("seller", "first", batch, writer("bazaar"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        JsonNode body = JSON.readTree(answer.body());
        assertThat(body.path("accepted").asInt()).isEqualTo(1);
        assertThat(body.path("rejected").findValuesAsText("reason")).containsExactly("unknown_symbol", "malformed");
        assertThat(body.path("rejected").findValuesAsText("index")).containsExactly("1", "2");
        List<ConsumerRecord<byte[], byte[]>> sent = committed("first", 3);
        assertThat(sent)
                .filteredOn(record -> record.topic().equals("marketplace.seller"))
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.key()).asString().isEqualTo("{\"seller_id\":\"1\"}");
                    assertThat(record.value()).asString().isEqualTo(Records.seller(1));
                });
        assertThat(sent)
                .filteredOn(record -> record.topic().equals("marketplace.dead_letter"))
                .extracting(record -> letter(record.value()))
                .extracting(DeadLetter::origin, letter -> new String(letter.record(), StandardCharsets.UTF_8))
                .containsExactly(
                        tuple("http bazaar/first record 1", Records.seller(2).replace("\"u\"", "\"x\"")),
                        tuple("http bazaar/first record 2", "{broken"));
    }

    @Test
    void theSameKeyAgainAnswersTheSameAlsoAfterTheIntakeWasReplacedAndWritesNothing() throws Exception {
        String batch = Records.seller(10) + "\n{\n";
        HttpResponse<String> first = post("seller", "again", batch, writer("bazaar"));
        HttpResponse<String> second = post("seller", "again", batch, writer("bazaar"));
        // The first one is not stopped: it is fenced, as by a crash.
        IntakeServer fenced = intake;
        intake = start();
        HttpResponse<String> third = post("seller", "again", batch, writer("bazaar"));
        fenced.close();

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(third.body()).isEqualTo(first.body());
        post("seller", "again-end", Records.seller(11), writer("bazaar"));
        assertThat(committed("again", 3)).hasSize(3);
    }

    @Test
    void theSameKeyWithOtherBytesIsRefused() throws Exception {
        post("seller", "other", Records.seller(20), writer("bazaar"));

        HttpResponse<String> answer = post("seller", "other", Records.seller(21), writer("bazaar"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(JSON.readTree(answer.body()).path("detail").asText()).startsWith("Cannot take this batch");
    }

    @Test
    void whatADeadProcessLeftUncommittedIsNeverSeen() throws Exception {
        Map<String, Object> configuration =
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "transactional.id", "sourcelens-intake");
        try (KafkaProducer<String, String> halfDone =
                new KafkaProducer<>(configuration, new StringSerializer(), new StringSerializer())) {
            halfDone.initTransactions();
            halfDone.beginTransaction();
            halfDone.send(new ProducerRecord<>("marketplace.seller", "half-done", Records.seller(30)));
            halfDone.flush();
            IntakeServer fenced = intake;
            intake = start();
            fenced.close();
            assertThat(post("seller", "half-done", Records.seller(30), writer("bazaar"))
                            .statusCode())
                    .isEqualTo(200);
        }

        assertThat(committed("\"seller_id\":30", 1)).hasSize(1);
    }

    @Test
    void strangersAreTurnedAway() throws Exception {
        assertThat(post("seller", "k", "", "none").statusCode()).isEqualTo(401);
        assertThat(post("seller", "k", "", token("bazaar", "seller", SECRET)).statusCode())
                .isEqualTo(403);
        assertThat(post("seller", "k", "", writer("demo")).statusCode()).isEqualTo(403);
        assertThat(post("seller", "k", "", token("bazaar", "writer", SECRET.replace('a', 'b')))
                        .statusCode())
                .isEqualTo(401);
        assertThat(post("no_such", "k", "", writer("bazaar")).statusCode()).isEqualTo(404);
        assertThat(post("seller", "", "", writer("bazaar")).statusCode()).isEqualTo(400);
        assertThat(post("seller", "k", "x".repeat(BatchBody.MAX_BYTES + 1), writer("bazaar"))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void whoIsRefusedWhileSendingIsToldWhyAndCanGoOn() throws Exception {
        try (Socket stranger = new Socket("127.0.0.1", intake.port())) {
            OutputStream out = stranger.getOutputStream();
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(stranger.getInputStream(), StandardCharsets.US_ASCII));
            for (int request = 0; request < 20; request++) {
                out.write("POST /v1/marketplaces/bazaar/seller HTTP/1.1\r\nHost: here\r\nContent-Length: 100000\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
                for (int part = 0; part < 100; part++) {
                    out.write(new byte[1_000]);
                }

                assertThat(in.readLine()).isEqualTo("HTTP/1.1 401 Unauthorized");
                Map<String, String> headers = in.lines()
                        .takeWhile(line -> !line.isEmpty())
                        .map(line -> line.split(": "))
                        .collect(Collectors.toMap(header -> header[0], header -> header[1]));
                assertThat(headers).doesNotContainKey("Connection");
                in.skip(Long.parseLong(headers.get("Content-Length")));
            }
        }
    }

    @Test
    void whenTooMuchIsUnderWayTheNextIsAskedToWait() throws Exception {
        try (Socket slow = new Socket("127.0.0.1", intake.port())) {
            slow.getOutputStream()
                    .write(("POST /v1/marketplaces/bazaar/seller HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer "
                                    + writer("bazaar") + "\r\nContent-Type: application/x-ndjson\r\n"
                                    + "Idempotency-Key: slow\r\nContent-Length: " + BatchBody.MAX_BYTES + "\r\n\r\n{")
                            .getBytes(StandardCharsets.US_ASCII));
            await().atMost(PATIENCE).until(() -> get("/metrics").contains("bytes_in_flight " + BatchBody.MAX_BYTES));

            HttpResponse<String> answer = post("seller", "fast", Records.seller(40), writer("bazaar"));

            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        }
        await().atMost(PATIENCE).until(() -> get("/metrics").contains("bytes_in_flight 0"));
        assertThat(post("seller", "fast", Records.seller(40), writer("bazaar")).statusCode())
                .isEqualTo(200);
        assertThat(get("/metrics"))
                .contains("sourcelens_intake_records_accepted_total{entity=\"seller\"} 1")
                .contains("sourcelens_intake_requests_total{status=\"429\"} 1");
    }

    private static DeadLetter letter(byte[] value) {
        try {
            return JSON.readValue(value, DeadLetter.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IntakeServer start() {
        return IntakeServer.start(
                new IntakeSettings(kafka.bootstrapServers(), "127.0.0.1", 0, SECRET, BatchBody.MAX_BYTES));
    }

    private HttpResponse<String> post(String entity, String key, String body, String token)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri("/v1/marketplaces/bazaar/" + entity))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(intake.port(), path));
    }

    private static String writer(String marketplace) {
        return token(marketplace, "writer", SECRET);
    }

    private static String token(String marketplace, String role, String secret) {
        JwtClaims claims = new JwtClaims();
        claims.setStringClaim("role", role);
        claims.setStringClaim("marketplace", marketplace);
        claims.setExpirationTimeMinutesInTheFuture(5);
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        signature.setKey(new HmacKey(secret.getBytes(StandardCharsets.UTF_8)));
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Committed records of the contract's topics that came with a batch, or hold a text. */
    private static List<ConsumerRecord<byte[], byte[]>> committed(String batchOrText, int expected) {
        try (TopicReader reader = new TopicReader(kafka.bootstrapServers(), "marketplace\\..+")) {
            await().atMost(PATIENCE).until(() -> matching(reader, batchOrText).size() >= expected);
            return matching(reader, batchOrText);
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> matching(TopicReader reader, String batchOrText) {
        List<String> ids = switch (batchOrText) {
            case "first" -> List.of("\"seller_id\":1,", "bazaar/first ");
            case "again" -> List.of("\"seller_id\":10,", "bazaar/again ", "\"seller_id\":11,");
            default -> List.of(batchOrText);
        };
        return reader.poll().stream()
                .filter(record -> {
                    String value = new String(record.value(), StandardCharsets.UTF_8);
                    return ids.stream().anyMatch(value::contains);
                })
                .toList();
    }
}
