/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sourcelens.engines.Ports;
import io.sourcelens.engines.kafka.KafkaServer;
import io.sourcelens.ingestion.capture.EntityTopics;
import io.sourcelens.ingestion.capture.TopicReader;
import io.sourcelens.ingestion.capture.TopicSettings;
import io.sourcelens.schema.RecordValidator;
import io.sourcelens.schema.Schemas;
import io.sourcelens.schema.Topics;
import io.sourcelens.schema.Validation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole real file through real Kafka, its counts held against queries that share nothing with the import's SQL. */
class OnlineRetailImportIT {
    private static final Path FILE = Path.of("../../shared/data/online_retail_2009_2010.parquet");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();

    private static final String JUDGED_ANEW = """
            create temp view file as
                select Invoice as invoice, StockCode as stock_code, Quantity as quantity, Price as price,
                    "Customer ID" as customer,
                    concat_ws('|', Invoice, StockCode, coalesce(Description, '-'), Quantity, InvoiceDate, Price,
                        coalesce(cast("Customer ID" as varchar), '-'), Country) as all_columns
                from '%s';
            create temp view sale as
                select *, regexp_matches(stock_code, '^([0-9]{5}|DCGS|SP1002)') as goods
                from file
                where not starts_with(invoice, 'C');
            create temp view sold as
                select * from sale where goods and quantity > 0 and price > 0;
            """;

    @TempDir
    static Path folder;

    private static KafkaServer kafka;
    private static ImportReport report;
    private static FileCounts rows;
    private static Map<String, List<ConsumerRecord<byte[], byte[]>>> sent;

    @BeforeAll
    static void importFile() throws IOException {
        assumeTrue(
                Files.exists(FILE),
                "SKIPPED: the real file is not there; put UCI Online Retail II at " + FILE.toAbsolutePath());
        kafka = KafkaServer.start(folder.resolve("kafka"), Ports.free(), folder.resolve("kafka.log"));
        EntityTopics.createMissing(new TopicSettings(kafka.bootstrapServers(), 1));
        ImportProgress progress = new ImportProgress(System.out);
        ImportPlan plan = ImportPlan.of(FILE, Path.of("mappings/online-retail.yaml"), "online-retail");
        try (HistoryDatabase database = HistoryDatabase.of(plan, progress);
                KafkaRecordSink sink = new KafkaRecordSink(kafka.bootstrapServers(), ImportId.of(plan), false)) {
            report = new HistoryImport(plan, sink, progress).run(database);
        }
        rows = report.files().get(0);
        System.out.println(report.table());
        long expected =
                report.sent().values().stream().mapToLong(Long::longValue).sum() + rows.rejectedRows();
        try (TopicReader reader = new TopicReader(kafka.bootstrapServers(), Topics.PATTERN)) {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> reader.poll().size() >= expected);
            sent = reader.poll().stream().collect(Collectors.groupingBy(record -> Topics.entityName(record.topic())));
        }
    }

    @AfterAll
    static void stopKafka() {
        if (kafka != null) {
            kafka.close();
        }
    }

    @Test
    void everyRowIsAccountedFor() throws SQLException {
        assertThat(rows.read()).isEqualTo(number("select count(*) from file"));
        assertThat(rows.kept() + rows.rejectedRows()).isEqualTo(rows.read());
        assertThat(sent.get("order_line")).hasSize((int) rows.kept());
        assertThat(sent.get("dead_letter")).hasSize((int) rows.rejectedRows());
    }

    @Test
    void theCountsByReasonAreThoseOfIndependentQueries() throws SQLException {
        assertThat(rows.rejected())
                .containsOnly(
                        entry("cancellation", number("select count(*) from file where starts_with(invoice, 'C')")),
                        entry("non_product", number("select count(*) from sale where not goods")),
                        entry(
                                "quantity_not_positive",
                                number("select count(*) from sale where goods and quantity < 1")),
                        entry(
                                "price_zero",
                                number("select count(*) from sale where goods and quantity > 0 and price = 0")),
                        entry(
                                "duplicate_row",
                                number(
                                        "select sum(copies - 1) from (select count(*) as copies from sold group by all_columns)")));
    }

    @Test
    void rowsWithoutCustomerAreKeptWithoutSeller() throws SQLException {
        long without = sent.get("order_line").stream()
                .map(OnlineRetailImportIT::json)
                .filter(line -> !line.has("seller_id"))
                .count();

        assertThat(rows.keptNotes()).containsOnly(entry("no_customer", without));
        assertThat(without).isEqualTo(number("select count(distinct all_columns) from sold where customer is null"));
    }

    @Test
    void unitsAndPenceAddUpToThoseOfTheFile() throws SQLException {
        long units = 0;
        long pence = 0;
        for (ConsumerRecord<byte[], byte[]> record : sent.get("order_line")) {
            JsonNode line = json(record);
            units += line.path("quantity").longValue();
            pence += line.path("quantity").longValue()
                    * line.path("sale_price_minor").longValue();
        }

        String distinct = "(select distinct all_columns, quantity, price from sold)";
        assertThat(units).isEqualTo(number("select sum(quantity) from " + distinct));
        assertThat(pence)
                .isEqualTo(number(
                        "select cast(sum(quantity * cast(price as decimal(12, 2))) * 100 as bigint) from " + distinct));
    }

    @Test
    void derivedRecordsAreOnePerThing() throws SQLException {
        Map<String, Long> expected = new TreeMap<>();
        expected.put("marketplace", 1L);
        expected.put("order", number("select count(distinct invoice) from sold"));
        expected.put("sku", number("select count(distinct upper(trim(stock_code))) from sold"));
        expected.put("seller", number("select count(distinct customer) from sold"));
        expected.put("order_line", rows.kept());

        assertThat(new TreeMap<>(report.sent())).isEqualTo(expected);
    }

    @Test
    void whatWasSentIsAcceptedAndNoKeyComesTwice() {
        Schemas.entities().stream()
                .filter(entity -> sent.containsKey(entity.name()))
                .forEach(entity -> {
                    List<ConsumerRecord<byte[], byte[]>> records = sent.get(entity.name());
                    assertThat(records)
                            .allMatch(record ->
                                    RecordValidator.validate(entity, record.value()) instanceof Validation.Accepted);
                    assertThat(records.stream()
                                    .map(record -> new String(record.key()))
                                    .distinct())
                            .hasSameSizeAs(records);
                });
    }

    @Test
    void aDeadLetterPointsAtItsRow() {
        Map<String, Long> byReason = sent.get("dead_letter").stream()
                .map(OnlineRetailImportIT::json)
                .collect(Collectors.groupingBy(letter -> letter.path("reason").textValue(), Collectors.counting()));
        List<String> origins = sent.get("dead_letter").stream()
                .map(OnlineRetailImportIT::json)
                .map(letter -> letter.path("origin").textValue())
                .toList();

        assertThat(byReason).isEqualTo(rows.rejected());
        assertThat(origins).doesNotHaveDuplicates().allMatch(origin -> origin.matches(".*\\.parquet:\\d+"));
    }

    /** Judged anew from the file, by other means than the import's SQL. */
    private static long number(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(JUDGED_ANEW.formatted(FILE));
            try (ResultSet result = statement.executeQuery(sql)) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    private static JsonNode json(ConsumerRecord<byte[], byte[]> record) {
        try {
            return JSON.readTree(record.value());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
