/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One row per rule of mappings/online-retail.yaml, from a Parquet file to the records that would be sent. */
class OnlineRetailTest {
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

    private static final Path MAPPING = Path.of("mappings/online-retail.yaml");

    @TempDir
    Path folder;

    private Path file;
    private TestExport sent;

    @BeforeEach
    void writeFile() throws SQLException {
        sent = new TestExport(folder);
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

        FileCounts rows = report.files().get(0);
        assertThat(rows.read()).isEqualTo(13);
        assertThat(rows.kept()).isEqualTo(3);
        assertThat(rows.keptNotes()).isEqualTo(Map.of("no_customer", 1L));
        assertThat(rows.rejected())
                .isEqualTo(Map.of(
                        "cancellation", 1L,
                        "non_product", 3L,
                        "quantity_not_positive", 1L,
                        "price_zero", 1L,
                        "price_negative", 1L,
                        "price_below_a_penny", 1L,
                        "duplicate_row", 1L,
                        "wrong_type", 1L));
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
    void aDeadLetterKeepsTheRowAsItStoodAndWhere() {
        run();

        assertThat(sent.deadLetters())
                .containsEntry("sales.parquet:4", "cancellation: invoice C489449 cancels goods of an earlier invoice")
                .containsEntry("sales.parquet:5", "non_product: stock code POST is postage, no goods")
                .containsEntry("sales.parquet:13", "wrong_type: InvoiceDate is yesterday, which is not a time");
        assertThat(sent.original("sales.parquet:4")).isEqualTo("""
                        {"Invoice":"C489449","StockCode":"22087","Description":"PAPER BUNTING","Quantity":"-12",\
                        "InvoiceDate":"2009-12-01 10:33:00","Price":"2.950","Customer ID":"16321.0","Country":"Australia"}""");
        assertThat(sent.values("dead_letter", "entity")).containsOnly("order_line");
    }

    @Test
    void importingTwiceSendsTheSameBytes() {
        run();
        List<String> first = sent.texts();
        run();

        assertThat(sent.texts()).isEqualTo(first);
    }

    private ImportReport run() {
        return sent.importWith(file, MAPPING, "online-retail");
    }
}
