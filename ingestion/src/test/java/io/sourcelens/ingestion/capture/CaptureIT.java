/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.sourcelens.engines.Ports;
import io.sourcelens.engines.kafka.KafkaServer;
import io.sourcelens.engines.postgres.PostgresServer;
import io.sourcelens.ingestion.marketplace.MarketplaceSchema;
import io.sourcelens.schema.Change;
import io.sourcelens.schema.RecordValidator;
import io.sourcelens.schema.Schemas;
import io.sourcelens.schema.Topics;
import io.sourcelens.schema.Validation;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The shipped worker and connector files on real PostgreSQL, Kafka and Kafka Connect; one story, told in order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CaptureIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String DATABASE = "marketplace";
    private static final String ROWS = """
            insert into marketplace.marketplace values (1, '示范货源站', 'CNY', 'Asia/Shanghai', 15);
            insert into marketplace.category values (10, null, 1, '家居', 'Home'), (11, 10, 2, '杯子', 'Mugs');
            insert into marketplace.supplier values (20, '景德镇一厂', 11, '江西', '2026-01-01 08:00:00+08');
            insert into marketplace.seller values (30, '小店', '浙江', '2026-01-02 08:00:00+08');
            insert into marketplace.sku values (40, 41, 42, 20, 11, '青花杯', 'Blue mug', 1250, 300, '2026-01-03 00:00:00+00');
            insert into marketplace.listing values (50, 30, 40, 2990, '2026-01-04 00:00:00.123456+00', null);
            insert into marketplace."order" values (60, 30, 'dropship', 'placed', '上海', '2026-01-05 23:59:59.999999+08');
            insert into marketplace.parcel values (70, 60, 20, '顺丰', '江西', '上海', '2026-01-05 16:00:00+00',
                '2026-01-06 16:00:00+00', '2026-01-09 16:00:00+00', null, null, null);
            insert into marketplace.order_line values (80, 60, 1, 30, 40, 20, 70, 'dropship', 2, 2990, 1250, 800, 90, 0, 17,
                'active', null, null, '2026-01-05 16:00:00+00');
            insert into marketplace.payment values (90, 60, 9999999999, 36, '2026-01-05 16:00:01+00');
            insert into marketplace.tracking_scan values (100, 70, 'picked_up', '江西', '2026-01-06 10:00:00+00');
            insert into marketplace.stock_level values (110, 40, 15, '2026-01-05 16:00:00+00');
            insert into marketplace.after_sale_case values (120, 80, 'refund', 'damaged', 2990, 0, 0,
                '2026-01-10 00:00:00+00', null);
            """;

    @TempDir
    static Path folder;

    private static PostgresServer postgres;
    private static KafkaServer kafka;
    private static ConnectProcess connect;
    private static TopicReader topics;
    private static CaptureSettings settings;

    @BeforeAll
    static void startEngines() throws Exception {
        postgres = PostgresServer.start(folder.resolve("postgres"), Ports.free(), folder.resolve("postgres.log"));
        kafka = KafkaServer.start(folder.resolve("kafka"), Ports.free(), folder.resolve("kafka.log"));
        connect = ConnectProcess.start(kafka, folder.resolve("connect.log"));
        postgres.createDatabase(DATABASE);
        settings = CaptureSettings.from(Map.of(
                "SOURCELENS_POSTGRES_URL", postgres.jdbcUrl(DATABASE),
                "SOURCELENS_KAFKA_BOOTSTRAP", kafka.bootstrapServers(),
                "SOURCELENS_CONNECT_URL", connect.url().toString()));
        topics = new TopicReader(kafka.bootstrapServers(), Topics.PATTERN);
    }

    @AfterAll
    static void stopEngines() {
        topics.close();
        connect.close();
        kafka.close();
        postgres.close();
    }

    @Test
    @Order(1)
    void anEmptyDatabaseIsRefusedInWords() {
        assertThatThrownBy(() -> new Capture(settings, PATIENCE).start())
                .isInstanceOf(CaptureException.class)
                .hasMessageContaining("has no table marketplace, category, supplier")
                .hasMessageContaining("create them first");
    }

    @Test
    @Order(2)
    void theSnapshotOfEveryTableIsAcceptedWithPositionAndOperation() throws SQLException {
        try (Connection connection = connect()) {
            MarketplaceSchema.apply(connection);
        }
        execute(ROWS);
        new Capture(settings, PATIENCE).start();

        for (var entity : Schemas.entities()) {
            Change change = awaitChange(entity.name(), any -> true);
            assertThat(change.operation()).as(entity.name()).isEqualTo("r");
            assertThat(change.marketplace()).isEqualTo("demo");
            assertThat(change.source()).isEqualTo("cdc");
            assertThat(change.sourcePosition()).isPositive();
            assertThat(change.sourceTimeMillis()).isGreaterThan(1_577_836_800_000L);
        }
    }

    @Test
    @Order(3)
    void valuesArriveExactly() {
        assertThat(awaitChange("marketplace", any -> true).values())
                .isEqualTo(Map.of(
                        "name", "示范货源站", "currency", "CNY", "time_zone", "Asia/Shanghai", "return_window_days", 15));
        assertThat(awaitChange(
                                "category",
                                change -> change.values().get("category_id").equals("11"))
                        .values())
                .isEqualTo(Map.of(
                        "category_id",
                        "11",
                        "parent_category_id",
                        "10",
                        "level",
                        2,
                        "name_zh",
                        "杯子",
                        "name_en",
                        "Mugs"));
        assertThat(awaitChange("order", any -> true).values())
                .isEqualTo(Map.of(
                        "order_id", "60",
                        "seller_id", "30",
                        "mode", "dropship",
                        "status", "placed",
                        "ship_to_province", "上海",
                        "ordered_at", micros("2026-01-05T15:59:59.999999Z")));
        assertThat(awaitChange("payment", any -> true).values()).containsEntry("amount_minor", 9_999_999_999L);
        assertThat(awaitChange("listing", any -> true).values())
                .containsEntry("listed_at", micros("2026-01-04T00:00:00.123456Z"))
                .doesNotContainKey("delisted_at");
        assertThat(awaitChange("order_line", any -> true).values())
                .containsEntry("quantity", 2)
                .containsEntry("shown_stock", 17)
                .containsEntry("sale_price_minor", 2990L)
                .doesNotContainKeys("cancel_reason", "cancelled_at");
        assertThat(awaitChange("order", any -> true).extension()).isEmpty();
    }

    @Test
    @Order(4)
    void changesOfOneTransactionArriveInOrderOfTheirPositions() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    "insert into marketplace.\"order\" values (61, 30, 'sample', 'placed', '北京', '2026-02-01 00:00:00+00')");
            statement.execute("""
                    insert into marketplace.order_line values (81, 61, 1, 30, 40, 20, null, 'sample', 1, 2990, 1250, 800, 90,
                        0, null, 'active', null, null, '2026-02-01 00:00:00+00')
                    """);
            statement.execute("update marketplace.\"order\" set status = 'cancelled' where order_id = 61");
            statement.execute("""
                    update marketplace.order_line
                    set status = 'cancelled', cancel_reason = 'no_stock', cancelled_at = '2026-02-02 00:00:00+00'
                    where order_line_id = 81
                    """);
            connection.commit();
        }

        Change created = awaitChange("order", is("order_id", "61", "c"));
        Change cancelled = awaitChange("order", is("order_id", "61", "u"));
        assertThat(created.values()).containsEntry("status", "placed");
        assertThat(cancelled.values()).containsEntry("status", "cancelled");
        assertThat(cancelled.sourcePosition()).isGreaterThan(created.sourcePosition());
        assertThat(created.sourcePosition())
                .isGreaterThan(awaitChange("order", is("order_id", "60", "r")).sourcePosition());
        Change line = awaitChange("order_line", is("order_line_id", "81", "u"));
        assertThat(line.values())
                .containsEntry("cancel_reason", "no_stock")
                .containsEntry("cancelled_at", micros("2026-02-02T00:00:00Z"));
        assertThat(line.sourcePosition())
                .isGreaterThan(awaitChange("order_line", is("order_line_id", "81", "c"))
                        .sourcePosition());
    }

    @Test
    @Order(5)
    void aDeletionKeepsTheRowAndLeavesNoTombstone() throws SQLException {
        execute("delete from marketplace.after_sale_case where after_sale_case_id = 120");

        Change deletion = awaitChange("after_sale_case", is("after_sale_case_id", "120", Change.DELETE));

        assertThat(deletion.values()).containsEntry("order_line_id", "80").containsEntry("refund_minor", 2990L);
        assertThat(topics.poll()).allMatch(record -> record.value() != null);
    }

    @Test
    @Order(6)
    void aColumnThatTheContractDoesNotKnowIsKeptAndADefaultDoesNotReplaceNull() throws SQLException {
        execute("alter table marketplace.seller add column rating numeric(4, 2) default 4.50");
        execute("insert into marketplace.seller values (31, '有评分', null, null, 4.75), (32, '无评分', null, null, null)");

        assertThat(awaitChange("seller", is("seller_id", "31", "c")).extension())
                .isEqualTo(Map.of("rating", "4.75"));
        assertThat(awaitChange("seller", is("seller_id", "32", "c")).extension())
                .isEmpty();
    }

    @Test
    @Order(7)
    void onlyTopicsOfTheContractAreFilled() {
        assertThat(topics.poll().stream().map(ConsumerRecord::topic).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Schemas.entities().stream().map(Topics::of).toList());
    }

    @Test
    @Order(8)
    void startingAgainChangesNothing() throws SQLException {
        int before = topics.poll().size();
        new Capture(settings, PATIENCE).start();
        execute("update marketplace.seller set name = '大店' where seller_id = 30");

        awaitChange("seller", is("seller_id", "30", "u"));
        assertThat(topics.poll()).hasSize(before + 1);
    }

    @Test
    @Order(9)
    void anIdleMarketplaceDoesNotHoldTheLogOfOtherDatabases() throws SQLException {
        postgres.createDatabase("lake");
        String confirmed = confirmedPosition();
        try (Connection lake = DriverManager.getConnection(postgres.jdbcUrl("lake"), "postgres", "postgres");
                Statement statement = lake.createStatement()) {
            statement.execute("create table written as select generate_series(1, 1000)");
        }

        String written = query("select pg_current_wal_lsn()::text");
        assertThat(written).isNotEqualTo(confirmed);
        await().atMost(PATIENCE)
                .until(() -> query("select (confirmed_flush_lsn >= '%s'::pg_lsn)::text from pg_replication_slots"
                                .formatted(written))
                        .equals("true"));
    }

    @Test
    @Order(10)
    void whatHappenedWhileTheSlotWasGoneIsReadAgain() throws Exception {
        String connector = "marketplace-" + settings.marketplace();
        put(connector, "stop");
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> execute("select pg_drop_replication_slot('sourcelens')"));
        execute("insert into marketplace.seller values (33, '断档期间', null, null, 4.00)");
        execute("update marketplace.seller set name = '更大的店' where seller_id = 30");
        put(connector, "resume");

        Change inserted = awaitChange("seller", is("seller_id", "33", "r"));
        Change updated =
                awaitChange("seller", change -> "更大的店".equals(change.values().get("name")));
        execute("update marketplace.seller set name = '之后' where seller_id = 33");
        Change after = awaitChange("seller", is("seller_id", "33", "u"));

        assertThat(after.sourcePosition()).isGreaterThan(inserted.sourcePosition());
        assertThat(updated.sourcePosition())
                .isGreaterThan(awaitChange("seller", is("seller_id", "30", "u")).sourcePosition());
    }

    private static void put(String connector, String action) throws Exception {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(connect.url().resolve("/connectors/%s/%s".formatted(connector, action)))
                                .PUT(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
    }

    private static String confirmedPosition() throws SQLException {
        return query("select confirmed_flush_lsn::text from pg_replication_slots");
    }

    private static Predicate<Change> is(String keyField, String key, String operation) {
        return change ->
                key.equals(change.values().get(keyField)) && change.operation().equals(operation);
    }

    private static Change awaitChange(String entity, Predicate<Change> predicate) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> changes(entity).stream().filter(predicate).toList(), found -> !found.isEmpty())
                .get(0);
    }

    private static List<Change> changes(String entity) {
        return topics.poll().stream()
                .filter(record -> record.topic().equals("marketplace." + entity))
                .map(CaptureIT::accepted)
                .toList();
    }

    private static Change accepted(ConsumerRecord<byte[], byte[]> record) {
        Validation validation =
                RecordValidator.validate(Schemas.entity(Topics.entityName(record.topic())), record.value());
        assertThat(validation)
                .as(new String(record.value(), StandardCharsets.UTF_8))
                .isInstanceOf(Validation.Accepted.class);
        return ((Validation.Accepted) validation).change();
    }

    private static long micros(String instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(instant));
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(DATABASE), postgres.user(), postgres.password());
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}
