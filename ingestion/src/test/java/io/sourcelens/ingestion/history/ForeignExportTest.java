/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sourcelens.ingestion.history.mapping.ImportException;
import io.sourcelens.ingestion.history.mapping.MappingReader;
import io.sourcelens.ingestion.history.mapping.Problems;
import io.sourcelens.ingestion.history.sketch.Sketch;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports of shops that never were, each odd in its own way: sketched, mapped, imported. */
class ForeignExportTest {
    private static final String ORDERS = """
            Bestellnummer;Bestelldatum;Kundennummer;Zustand
            B-1;2.3.2024 14:05;K7;Bezahlt
            B-2;31.12.2024 23:59;K8;Versandt
            B-3;1.1.2025 00:00;K9;Verloren
            """;
    private static final String ITEMS = """
            Bestellnummer;Artikelnummer;Bezeichnung;Menge;Einzelpreis
            B-1;A-1;"Kaffee ""Gold""; 1 kg";2;1.234,50
            B-1;A-2;Becher;1.000;€ 0,99
            B-2;A-1;Kaffee;zwei;12,00
            B-9;A-1;Kaffee;1;12,00
            B-2;A-2
            B-2;A-2;Becher;1;0,995
            B-2;A-2;Becher;0;0,99
            """;
    private static final String GERMAN = """
            marketplace: {name: Laden, currency: EUR, time_zone: Europe/Berlin, return_window_days: 14}
            files:
              orders:
                path: orders.csv
                columns:
                  Bestelldatum: {type: time, format: '%d.%m.%Y %H:%M'}
              items:
                path: order_items.csv
                decimal: ','
                group: '.'
                join:
                  orders: {by: {Bestellnummer: Bestellnummer}}
            entities:
              seller:
                from: orders
                one_per: key
                fields: {seller_id: Kundennummer}
              sku:
                from: items
                one_per: key
                fields: {sku_id: Artikelnummer, name_en: Bezeichnung}
              order:
                from: orders
                fields:
                  order_id: Bestellnummer
                  seller_id: Kundennummer
                  mode: {constant: dropship}
                  status: {column: Zustand, codes: {Bezahlt: placed, Versandt: shipped}}
                  ordered_at: Bestelldatum
              order_line:
                from: items
                fields:
                  order_line_id: {expression: "Bestellnummer || '-' || __row"}
                  order_id: Bestellnummer
                  line_number: {counter_within: Bestellnummer}
                  seller_id: orders.Kundennummer
                  sku_id: Artikelnummer
                  mode: {constant: dropship}
                  quantity: Menge
                  sale_price_minor: Einzelpreis
                  status: {constant: active}
                  ordered_at: orders.Bestelldatum
            """;

    @TempDir
    Path folder;

    private TestExport export;

    @BeforeEach
    void begin() {
        export = new TestExport(folder);
    }

    @Test
    void twoFilesWithGermanNumbersAreJoinedAndEveryRowIsAccountedFor() {
        ImportReport report =
                export.with("orders.csv", ORDERS).with("order_items.csv", ITEMS).importWith(GERMAN);

        assertThat(report.files()).extracting(FileCounts::read).containsExactly(3L, 7L);
        assertThat(report.files()).extracting(FileCounts::kept).containsExactly(2L, 2L);
        assertThat(export.values("order_line", "sale_price_minor")).containsExactly("123450", "99");
        assertThat(export.values("order_line", "quantity")).containsExactly("2", "1000");
        assertThat(export.values("order_line", "seller_id")).containsExactly("K7", "K7");
        assertThat(export.values("order", "ordered_at"))
                .containsExactly("2024-03-02T13:05:00Z", "2024-12-31T22:59:00Z");
        assertThat(export.values("sku", "name_en")).containsExactly("Kaffee \"Gold\"; 1 kg", "Becher");
        assertThat(export.deadLetters())
                .isEqualTo(Map.of(
                        "orders.csv:3", "unknown_code: status is Verloren, which is not among the codes",
                        "order_items.csv:3", "wrong_type: quantity is zwei, which is not a whole number",
                        "order_items.csv:4", "join_partner_missing: no kept row of orders has Bestellnummer = B-9",
                        "order_items.csv:5", "malformed: has 2 fields, the header 5",
                        "order_items.csv:6",
                                "wrong_type: sale_price_minor is 0,995, which is not an amount of whole minor units",
                        "order_items.csv:7", "out_of_range: order_line.quantity is 0, below 1"));
        assertThat(export.original("order_items.csv:5")).isEqualTo("[\"B-2\",\"A-2\"]");
    }

    @Test
    void theSketchOfTwoGermanFilesFindsSignsFormatsKeysAndJoin() {
        export.with("orders.csv", ORDERS).with("order_items.csv", ITEMS);

        String sketch = Sketch.of(folder);

        assertThat(sketch)
                .contains(
                        "decimal: ','", "group: '.'", "format: '%d.%m.%Y %H:%M'", "by: {Bestellnummer: Bestellnummer}")
                .contains("sku_id: Artikelnummer", "sale_price_minor: Einzelpreis", "seller_id: orders.Kundennummer")
                .contains("Bezahlt: placed", "Versandt: shipped", "# MISSING Verloren");
    }

    @Test
    void theOnlyColumnOfTimesIsWhenAnOrderWasPlacedWhateverItIsCalled() {
        export.with(
                "belege.csv",
                "Beleg;Gebucht;Artikelnummer;Menge\nB-1;02.03.2024 14:05;A-1;2\nB-2;31.12.2024 23:59;A-2;1\n");

        assertThat(Sketch.of(folder)).contains("ordered_at: Gebucht  # CHECK: the only column of times");
    }

    @Test
    void nestedJsonWithEpochTimesAndListsOfItemsIsImported() {
        String lines = """
                {"id": 7, "created": 1709381100000, "customer": {"no": "C1"}, "items": [{"sku": "s1", "qty": 1, "price": 9.9}, {"sku": "s2", "qty": 2, "price": 0.1}]}
                {"id": 8, "created": "soon", "customer": {"no": "C2"}, "items": [{"sku": "s1", "qty": 1, "price": 1}]}
                {"id": 9, "created":
                [1, 2]
                {"id": 1.7e7830400000}
                """;
        String mapping = """
                marketplace: {name: Shop, currency: JPY, time_zone: Asia/Tokyo, return_window_days: 7}
                files:
                  sales: {path: '*.ndjson', rows: items}
                entities:
                  order_line:
                    from: sales
                    fields:
                      order_line_id: {columns: [id, items.sku]}
                      order_id: id
                      line_number: {counter_within: id}
                      seller_id: customer.no
                      sku_id: items.sku
                      mode: {constant: dropship}
                      quantity: items.qty
                      sale_price_minor: {column: items.price, round: true}
                      status: {constant: active}
                      ordered_at: {column: created, format: epoch_millis}
                """;

        ImportReport report = export.with("sales.ndjson", lines).importWith(mapping);

        assertThat(report.table()).contains("read = kept + rejected: 6 = 2 + 4");
        assertThat(export.values("order_line", "order_line_id")).containsExactly("7-s1", "7-s2");
        // A yen has no minor unit.
        assertThat(export.values("order_line", "sale_price_minor")).containsExactly("10", "0");
        assertThat(export.values("order_line", "ordered_at")).containsOnly("2024-03-02T12:05:00Z");
        assertThat(export.deadLetters())
                .containsEntry(
                        "sales.ndjson:3", "wrong_type: ordered_at is soon, which is not a time of format epoch_millis")
                .containsEntry("sales.ndjson:4", "malformed: is no JSON object")
                .containsEntry("sales.ndjson:5", "malformed: is no JSON object");
    }

    @Test
    void chineseHeadersInGbkAreSketchedSoThatOnlyThePlaceholdersAreToCorrect() {
        String rows = """
                订单编号,商品编号,商品名称,数量,单价,下单时间,供应商
                1001,G1,保温杯,2,￥35.50,2024年3月2日,义乌一厂
                1002,G2,充电宝,1,￥99.00,2024年3月3日,深圳二厂
                """;
        export.with("订单.csv", rows, Charset.forName("GB18030"));

        String sketch = Sketch.of(folder);

        assertThat(sketch)
                .contains("encoding: GB18030", "format: '%Y年%m月%d日'", "quantity: 数量")
                .doesNotContain("# MISSING");
        ImportReport report = export.importWith(sketch.replace("time_zone: UTC", "time_zone: Asia/Shanghai"));
        assertThat(report.files()).extracting(FileCounts::kept).containsExactly(2L);
        assertThat(export.values("sku", "name_zh")).containsExactly("保温杯", "充电宝");
        assertThat(export.values("order_line", "sale_price_minor")).containsExactly("3550", "9900");
        assertThat(export.values("order_line", "ordered_at"))
                .containsExactly("2024-03-01T16:00:00Z", "2024-03-02T16:00:00Z");
        assertThat(export.values("supplier", "name")).containsExactly("义乌一厂", "深圳二厂");
    }

    @Test
    void everythingThatIsWrongWithAMappingIsToldAtOnceAndNothingIsSent() {
        export.with("orders.csv", ORDERS).with("order_items.csv", ITEMS);
        String wrong = GERMAN.replace("sku_id: Artikelnummer, name_en", "sku_id: Artikelnumer, nmae_en")
                .replace("quantity: Menge", "quantitty: Menge")
                .replace("status: {constant: active}", "status: {constant: aktiv}")
                .replace("time_zone: Europe/Berlin", "time_zone: Europe/Berlinn");

        assertThatThrownBy(() -> export.importWith(wrong))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("nothing was sent")
                .hasMessageContaining("marketplace.time_zone: Cannot use Europe/Berlinn")
                .hasMessageContaining(
                        "entities.sku.fields.sku_id: Cannot find column Artikelnumer; did you mean Artikelnummer?")
                .hasMessageContaining("entities.sku.fields.nmae_en: is no field of sku; did you mean name_en?")
                .hasMessageContaining(
                        "entities.order_line.fields.quantitty: is no field of order_line; did you mean quantity?")
                .hasMessageContaining("quantity is missing and required")
                .hasMessageContaining("aktiv is not possible; choose one of active, cancelled");
        assertThat(export.texts()).isEmpty();
    }

    @Test
    void everyWrongExpressionIsToldAtOnce() {
        export.with("orders.csv", ORDERS).with("order_items.csv", ITEMS);
        String wrong = GERMAN.replace("quantity: Menge", "quantity: {expression: mengee + 1}")
                .replace("decimal: ','", "decimal: ','\n    reject: [{reason: odd, when: nosuch(Menge)}]");

        assertThatThrownBy(() -> export.importWith(wrong))
                .hasMessageContaining("entities.order_line.fields.quantity: Cannot compute")
                .hasMessageContaining("files.items.reject[1].when: Cannot compute");
    }

    @Test
    void aRepeatedKeyIsRejectedInsteadOfReplacingTheFirst() {
        ImportReport report = export.with("orders.csv", ORDERS.replace("B-2;", "B-1;"))
                .with("order_items.csv", ITEMS)
                .importWith(GERMAN);

        assertThat(report.files().get(0).rejected()).containsEntry("duplicate_key", 1L);
        assertThat(export.values("order", "order_id")).containsExactly("B-1");
    }

    @Test
    void filesThatCannotBeToldApartIntoRowsAreRefusedInWords() {
        assertRefused("", "it is empty");
        assertRefused(
                "Bestellnummer;Bestelldatum;Kundennummer;Zustand\nB-1;\"2.3.2024 14:05;K7;Bezahlt\nB-2;x;y;z\n",
                "a quote opened in row 1 is never closed");
        export.with("orders.csv", ORDERS.replace("Bezahlt", "Größe"), StandardCharsets.ISO_8859_1)
                .with("order_items.csv", ITEMS);
        assertThatThrownBy(() -> export.importWith(GERMAN))
                .hasMessageContaining("say encoding: in the mapping (it may be windows-1252)");
    }

    @Test
    void aHeaderWithoutRowsTwinNamesAndAMarkAtTheBeginningAreHandled() {
        export.with("orders.csv", "\uFEFFBestellnummer;Bestelldatum;Kundennummer;Zustand;Zustand;\n")
                .with("order_items.csv", ITEMS);

        ImportReport report = export.importWith(GERMAN);

        assertThat(report.files().get(0).read()).isZero();
        assertThat(report.files().get(1).rejected()).containsEntry("join_partner_missing", 6L);
    }

    @Test
    void aThousandColumnsAreNoTrouble() {
        String header = IntStream.range(0, 1_000).mapToObj("c%d"::formatted).collect(Collectors.joining(","));
        String row = String.join(",", Collections.nCopies(1_000, "5"));
        String mapping = """
                marketplace: {name: Wide, currency: EUR, time_zone: UTC, return_window_days: 0, exported_at: '2024-01-01T00:00:00Z'}
                files: {wide: {path: wide.csv}}
                entities:
                  seller: {from: wide, one_per: key, fields: {seller_id: c999}}
                """;

        ImportReport report = export.with("wide.csv", header + "\n" + row + "\n" + row + ",6\n")
                .importWith(mapping);

        assertThat(report.files().get(0).rejected()).isEqualTo(Map.of("malformed", 1L));
        assertThat(export.values("seller", "seller_id")).isEqualTo(List.of("5"));
    }

    @Test
    void datesThatReadTwoWaysAreMarkedInTheSketch() {
        export.with("orders.csv", "order_id,order_date,sku,quantity,price\n1,2/3/10,A,1,5\n2,4/3/10,B,1,6\n");

        String sketch = Sketch.of(folder);

        assertThat(sketch).contains("# CHECK: ").containsPattern("format: '%d/%m/%y'  # CHECK: .*%m/%d/%y");
        Problems problems = new Problems();
        MappingReader.read(sketch, problems);
        assertThat(problems.found()).isEmpty();
    }

    private void assertRefused(String orders, String why) {
        export.with("orders.csv", orders).with("order_items.csv", ITEMS);
        assertThatThrownBy(() -> export.importWith(GERMAN))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining(why);
        assertThat(export.texts()).isEmpty();
    }
}
