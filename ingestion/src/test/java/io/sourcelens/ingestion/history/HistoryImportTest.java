/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sourcelens.schema.Schemas;
import io.sourcelens.schema.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One row per rule of the online-retail format, from a Parquet file to the records that would be sent. */
class HistoryImportTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ROWS = """
            ('489434', '85048', ' GLASS  BALL ', 12, '2009-12-01 07:45:00', 6.95, 13085.0, 'United Kingdom'),
            ('489434', '79323p', 'PINK LIGHTS', 1, '2009-12-01 07:46:00', 1.1, 13085.0, 'United Kingdom'),
            ('489434', '85048', ' GLASS  BALL ', 12, '2009-12-01 07:45:00', 6.95, 13085.0, 'United Kingdom'),
            ('C489449', '22087', 'PAPER BUNTING', -12, '2009-12-01 10:33:00', 2.95, 16321.0, 'Australia'),
            ('489500', 'POST', 'POSTAGE', 3, '2009-12-01 11:00:00', 18.0, 12682.0, 'France'),
            ('A506401', 'B', 'Adjust bad debt', 1, '2010-04-29 13:36:00', -53594.36, null, 'United Kingdom'),
            ('489501', 'gift_0001_30', 'Gift Voucher', 1, '2010-04-29 13:36:00', 25.0, null, 'United Kingdom'),
            ('489464', '21733', '85123a mixed', -96, '2009-12-01 10:52:00', 0.0, null, 'United Kingdom'),
            ('489525', '85226C', null, 1, '2009-12-01 11:49:00', 0.0, null, 'United Kingdom'),
            ('489526', '85226C', 'X', 1, '2009-12-01 11:49:00', -1.0, null, 'United Kingdom'),
            ('489527', '85226C', 'X', 1, '2009-12-01 11:49:00', 0.001, null, 'United Kingdom'),
            ('489600', '79323P', 'PINK CHERRY LIGHTS', 2, '2010-07-01 10:00:00', 6.75, null, 'Eire'),
            ('489601', '79323P', 'PINK CHERRY LIGHTS', 2, 'yesterday', 6.75, null, 'Eire')
            """;

    @TempDir
    Path folder;

    private Path file;
    private final Sent sent = new Sent();

    @BeforeEach
    void writeFile() throws SQLException {
        file = folder.resolve("sales.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    copy (
                        select * from (values %s) as row (
                            Invoice, StockCode, Description, Quantity, InvoiceDate, Price, "Customer ID", Country)
                    ) to '%s' (format parquet)
                    """.formatted(ROWS, file));
        }
    }

    @Test
    void everyRowIsKeptOrRejectedForTheFirstRuleItBreaks() {
        ImportReport report = run();

        assertThat(report.read()).isEqualTo(13);
        assertThat(report.kept()).isEqualTo(3);
        assertThat(report.keptNotes()).isEqualTo(Map.of("no_customer", 2L));
        assertThat(report.rejected())
                .isEqualTo(Map.of(
                        "cancellation", 1L,
                        "non_product", 3L,
                        "quantity_not_positive", 1L,
                        "price_zero", 1L,
                        "price_negative", 1L,
                        "price_below_a_penny", 1L,
                        "duplicate_row", 1L,
                        "missing_field", 1L));
        assertThat(report.table()).contains("read = kept + rejected: 13 = 3 + 10");
    }

    @Test
    void aLineKeepsItsRowsNumberAndExactPence() {
        run();

        List<JsonNode> lines = sent.records("order_line");
        assertThat(lines)
                .extracting(line -> line.path("order_line_id").textValue())
                .containsExactly("489434-1", "489434-2", "489600-12");
        assertThat(lines)
                .extracting(line -> line.path("sale_price_minor").longValue())
                .containsExactly(695L, 110L, 675L);
        assertThat(lines)
                .extracting(line -> line.path("__source_position").longValue())
                .containsExactly(1L, 2L, 12L);
        assertThat(lines.get(1).path("sku_id").textValue()).isEqualTo("79323P");
        assertThat(lines.get(0).path("__source").textValue()).isEqualTo("import:online-retail");
        assertThat(lines.get(0).has("supplier_id")).isFalse();
        assertThat(lines.get(0).has("original")).isFalse();
    }

    @Test
    void anOrderIsPlacedWithItsFirstRowInLondonTime() {
        run();

        assertThat(sent.records("order_line"))
                .extracting(line -> line.path("ordered_at").textValue())
                .containsExactly("2009-12-01T07:45:00Z", "2009-12-01T07:45:00Z", "2010-07-01T09:00:00Z");
        List<JsonNode> orders = sent.records("order");
        assertThat(orders)
                .extracting(order -> order.path("order_id").textValue())
                .contains("489434", "489600");
        assertThat(orders.get(0).path("seller_id").textValue()).isEqualTo("13085");
        assertThat(orders.get(1).has("seller_id")).isFalse();
    }

    @Test
    void aSkuIsCalledByItsMostRecentDescription() {
        run();

        assertThat(sent.records("sku"))
                .extracting(sku -> sku.path("sku_id").textValue() + "="
                        + sku.path("name_en").textValue())
                .contains("85048=GLASS BALL", "79323P=PINK CHERRY LIGHTS");
    }

    @Test
    void aDeadLetterKeepsTheRowAsItStoodAndWhere() throws IOException {
        run();

        JsonNode letter = sent.records("dead_letter").stream()
                .filter(json -> json.path("reason").textValue().equals("cancellation"))
                .findFirst()
                .orElseThrow();
        assertThat(letter.path("origin").textValue()).isEqualTo("sales.parquet:4");
        assertThat(letter.path("entity").textValue()).isEqualTo("order_line");
        assertThat(letter.path("marketplace").textValue()).isEqualTo("online-retail");
        assertThat(JSON.readTree(letter.path("record").binaryValue())
                        .path("Invoice")
                        .textValue())
                .isEqualTo("C489449");
    }

    @Test
    void importingTwiceSendsTheSameBytes() {
        run();
        List<String> first = List.copyOf(sent.texts);
        sent.texts.clear();
        run();

        assertThat(sent.texts).isEqualTo(first);
    }

    @Test
    void aFileThatDoesNotFitIsRefusedInWords() throws IOException {
        Path other = Files.writeString(folder.resolve("notes.txt"), "hello");

        assertThatThrownBy(() -> run(other))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("Cannot read " + other)
                .hasMessageContaining("check that it is a file of this format");
        assertThat(sent.texts).isEmpty();
    }

    @Test
    void anUnknownFormatIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> HistoryFormat.named("sales"))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("choose one of online-retail");
    }

    @Test
    void aFormatBringsEntitiesOfTheContract() {
        assertThat(HistoryFormat.named("online-retail").entities().keySet())
                .isSubsetOf(Schemas.entities())
                .extracting(entity -> entity.name())
                .containsExactly("marketplace", "seller", "sku", "order", "order_line");
    }

    private ImportReport run() {
        return run(file);
    }

    private ImportReport run(Path source) {
        ImportProgress silent = new ImportProgress(new PrintStream(new ByteArrayOutputStream()));
        return new HistoryImport(source, HistoryFormat.named("online-retail"), sent, silent).run();
    }

    /** Keeps in memory what would go to Kafka. */
    private static final class Sent implements RecordSink {
        private final List<String> texts = new ArrayList<>();

        @Override
        public void send(String topic, byte[] key, byte[] value) {
            texts.add(topic + "\t" + text(key) + "\t" + text(value));
        }

        @Override
        public void flush() {}

        List<JsonNode> records(String topic) {
            return texts.stream()
                    .map(text -> text.split("\t", 3))
                    .filter(parts -> Topics.entityName(parts[0]).equals(topic))
                    .map(parts -> parse(parts[2]))
                    .toList();
        }

        private static String text(byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        private static JsonNode parse(String json) {
            try {
                return JSON.readTree(json);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
