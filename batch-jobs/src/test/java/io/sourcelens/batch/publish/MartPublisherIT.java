/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sourcelens.batch.marketplace.MarketplaceDays;
import io.sourcelens.batch.publish.PublishException.Category;
import io.sourcelens.engines.Ports;
import io.sourcelens.engines.clickhouse.ClickHouseServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MartPublisherIT {
    @TempDir
    static Path folder;

    private static ClickHouseServer server;

    private final MartPublisher publisher = new MartPublisher(configuration(server.jdbcUrl()));
    private final Path warehouse =
            folder.resolve("warehouse").resolve(UUID.randomUUID().toString());

    @BeforeAll
    static void start() {
        server = ClickHouseServer.start(
                folder.resolve("clickhouse"),
                Ports.free(),
                Ports.free(),
                folder.resolve("warehouse"),
                folder.resolve("clickhouse.log"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void readersSeeExactlyTheRowsTheRunWrote() throws IOException {
        PublishedTable sold = mart("best_sellers")
                .append(List.of(
                        bestSeller(1, "茶杯's \\ cup", 3L), bestSeller(2, null, 2L), bestSeller(3, "plate", null)));

        publisher.publish("run-1", List.of(sold));

        assertThat(server.query("api", """
                        SELECT rank, previous_rank, name_zh, as_of, window_end, run_id
                        FROM api.best_sellers ORDER BY rank""")).isEqualTo("""
                        1\t3\t茶杯\\'s \\\\ cup\t2026-03-01 04:05:06.789012\t2026-03-01\trun-1
                        2\t2\t\\N\t2026-03-01 04:05:06.789012\t2026-03-01\trun-1
                        3\t\\N\tplate\t2026-03-01 04:05:06.789012\t2026-03-01\trun-1""");
    }

    @Test
    void aMartIsReplacedWholeAndPublishingAgainChangesNothing() throws IOException {
        WrittenMart mart = mart("best_sellers");
        PublishedTable first = mart.append(List.of(bestSeller(1, "old", null)));
        PublishedTable second = mart.append(List.of(bestSeller(2, "new", null), bestSeller(3, "new", null)));

        publisher.publish("run-1", List.of(first));
        publisher.publish("run-2", List.of(second));
        publisher.publish("run-2", List.of(second));

        assertThat(names()).isEqualTo("old,new,new");
        assertThat(tablesBeingLoaded()).isEqualTo("0");
    }

    @Test
    void weeksThatDidNotChangeAreTakenOverAsReadersSeeThem() throws IOException {
        WrittenMart mart = mart("margin_sku_seller_day");
        mart.append(List.of(margin("2026-03-01", "s1")));
        PublishedTable first = mart.append(List.of(margin("2026-03-09", "s1")));
        publisher.publish("run-1", List.of(first));
        server.query(
                "writer",
                "ALTER TABLE mart.margin_sku_seller_day UPDATE run_id = 'as read' WHERE true SETTINGS mutations_sync = 1");
        PublishedTable second = mart.append(List.of(margin("2026-03-10", "s1"), margin("2026-03-10", "s2")));

        publisher.publish("run-2", List.of(changed(second, "2026-03-10")));

        assertThat(server.query("writer", "SELECT day, seller_id, run_id FROM mart.margin_sku_seller_day ORDER BY ALL"))
                .isEqualTo("""
                        2026-03-01\ts1\tas read
                        2026-03-09\ts1\trun-1
                        2026-03-10\ts1\trun-1
                        2026-03-10\ts2\trun-1""");
    }

    @Test
    void aVersionOfWhichNoDayChangedIsTakenOverWhole() throws IOException {
        PublishedTable first = mart("margin_sku_seller_day").append(List.of(margin("2026-03-01", "s1")));
        publisher.publish("run-1", List.of(first));

        publisher.publish("run-2", List.of(changed(first)));

        assertThat(server.query("writer", "SELECT count() FROM mart.margin_sku_seller_day"))
                .isEqualTo("1");
    }

    @Test
    void theVersionOfTheRunIsPublishedThoughTheLakeHasANewerOne() throws IOException {
        WrittenMart mart = mart("best_sellers");
        PublishedTable first = mart.append(List.of(bestSeller(1, "run's own", null)));
        mart.append(List.of(bestSeller(2, "somebody else's", null)));

        publisher.publish("run-1", List.of(first));

        assertThat(names()).isEqualTo("run\\'s own");
    }

    @Test
    void anEmptyMartEmptiesItsTable() throws IOException {
        PublishedTable empty = mart("supplier_scorecard").version();

        publisher.publish("run-1", List.of(empty));

        assertThat(server.query("api", "SELECT count() FROM api.supplier_scorecard"))
                .isEqualTo("0");
    }

    @Test
    void aCountThatDiffersIsRejectedAndReadersKeepWhatTheyHave() throws IOException {
        WrittenMart mart = mart("best_sellers");
        PublishedTable first = mart.append(List.of(bestSeller(1, "kept", null)));
        publisher.publish("run-1", List.of(first));
        PublishedTable second = mart.append(List.of(bestSeller(2, "lost", null)));
        PublishedTable wrong =
                new PublishedTable("best_sellers", second.tableLocation(), second.metadataFile(), 9, Optional.empty());

        assertThatExceptionOfType(PublishException.class)
                .isThrownBy(() -> publisher.publish("run-2", List.of(wrong)))
                .withMessageContaining("ClickHouse read 2 rows")
                .withMessageContaining("the run wrote 9")
                .extracting(PublishException::category)
                .isEqualTo(Category.REJECT);

        assertThat(names()).isEqualTo("kept");
    }

    @Test
    void whatAKilledPublicationLeftIsDroppedByTheNext() throws IOException {
        PublishedTable first = mart("best_sellers").append(List.of(bestSeller(1, "kept", null)));
        publisher.publish("run-1", List.of(first));
        server.query("writer", "CREATE TABLE mart.best_sellers__new AS mart.best_sellers");
        server.query("writer", "INSERT INTO mart.best_sellers__new SELECT * FROM mart.best_sellers");
        server.query("writer", "CREATE TABLE mart.gone__new (id Int8) ENGINE = MergeTree ORDER BY id");

        publisher.publish("run-2", List.of(first));

        assertThat(names()).isEqualTo("kept");
        assertThat(tablesBeingLoaded()).isEqualTo("0");
    }

    @Test
    void readersNeverSeeHalfAMart() throws Exception {
        WrittenMart mart = mart("best_sellers");
        List<PublishedTable> versions = List.of(mart.append(ranks(1, 1_000)), mart.append(ranks(1_001, 2_000)));
        publisher.publish("run-0", List.of(versions.get(0)));
        AtomicBoolean publishing = new AtomicBoolean(true);
        var reader = Executors.newSingleThreadExecutor();
        try {
            Future<List<String>> seen = reader.submit(() -> {
                List<String> counts = new ArrayList<>();
                while (publishing.get()) {
                    counts.add(server.query("api", "SELECT count() FROM api.best_sellers"));
                }
                return counts;
            });
            for (int run = 1; run <= 6; run++) {
                publisher.publish("run-" + run, List.of(versions.get(run % 2)));
            }
            publishing.set(false);

            assertThat(seen.get()).isNotEmpty().containsOnly("1000", "2000");
        } finally {
            publishing.set(false);
            reader.shutdownNow();
        }
    }

    @Test
    void aServerThatIsDownIsWorthARetry() {
        MartPublisher nowhere = new MartPublisher(configuration("jdbc:clickhouse://127.0.0.1:" + Ports.free()));

        assertThatExceptionOfType(PublishException.class)
                .isThrownBy(() -> nowhere.publish("run-1", List.of()))
                .withMessageStartingWith("Cannot publish run run-1 to jdbc:clickhouse://127.0.0.1:")
                .extracting(PublishException::category)
                .isEqualTo(Category.RETRY);
    }

    @Test
    void aMigrationEditedAfterItWasAppliedStopsPublishing() {
        publisher.publish("run-1", List.of());
        server.query("writer", "CREATE TABLE mart.applied AS mart.schema_migration");
        server.query("writer", "INSERT INTO mart.applied (version, name, checksum) VALUES (1, 'V001', 'x')");
        server.query("writer", "EXCHANGE TABLES mart.applied AND mart.schema_migration");
        try {
            assertThatExceptionOfType(PublishException.class)
                    .isThrownBy(() -> publisher.publish("run-2", List.of()))
                    .withMessageContaining("it was edited after it was applied")
                    .extracting(PublishException::category)
                    .isEqualTo(Category.STOP);
        } finally {
            server.query("writer", "EXCHANGE TABLES mart.applied AND mart.schema_migration");
            server.query("writer", "DROP TABLE mart.applied");
        }
    }

    @Test
    void aColumnThatTheServerDoesNotKnowYetIsAdded() {
        publisher.publish("run-1", List.of());
        server.query("writer", "ALTER TABLE mart.category DROP COLUMN name_en");

        publisher.publish("run-2", List.of());

        assertThat(server.query("api", "SELECT count(name_en) FROM api.category"))
                .isEqualTo("0");
    }

    private static PublishConfiguration configuration(String url) {
        return PublishConfiguration.of(Map.of("SOURCELENS_CLICKHOUSE_URL", url));
    }

    private WrittenMart mart(String name) {
        return WrittenMart.create(warehouse, name);
    }

    private String names() {
        return server.query(
                "api",
                "SELECT arrayStringConcat(groupArray(name_zh), ',') FROM (SELECT * FROM api.best_sellers ORDER BY rank)");
    }

    private String tablesBeingLoaded() {
        return server.query(
                "writer", "SELECT count() FROM system.tables WHERE database = 'mart' AND name LIKE '%\\_\\_new'");
    }

    private static PublishedTable changed(PublishedTable table, String... days) {
        MarketplaceDays changed = MarketplaceDays.none();
        List.of(days).forEach(day -> changed.add("demo", LocalDate.parse(day)));
        return new PublishedTable(
                table.mart(), table.tableLocation(), table.metadataFile(), table.rows(), Optional.of(changed));
    }

    private static Map<String, Object> margin(String day, String seller) {
        return Map.of("day", LocalDate.parse(day), "seller_id", seller, "run_id", "run-1");
    }

    private static List<Map<String, Object>> ranks(int from, int to) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int rank = from; rank <= to; rank++) {
            rows.add(bestSeller(rank, "goods", null));
        }
        return rows;
    }

    private static Map<String, Object> bestSeller(int rank, String nameZh, Long previousRank) {
        Map<String, Object> row = new HashMap<>();
        row.put("rank", rank);
        row.put("previous_rank", previousRank == null ? null : previousRank.intValue());
        row.put("name_zh", nameZh);
        row.put("run_id", "run-1");
        return row;
    }
}
