/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordValidatorTest {
    private static final String VALID = """
            {"payment_id": 7, "order_id": "3", "amount_minor": "1250", "payment_fee_minor": 8,
             "paid_at": "2026-07-15T08:00:00.123456+08:00", "channel": "wallet",
             "marketplace": "demo", "__op": "c", "__source": "cdc", "__source_position": 99, "__source_time": 1784073600000}""";

    @Test
    void aValidRecordIsTakenWithItsTypesAndItsUnknownFields() {
        long paidAt = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse("2026-07-15T00:00:00.123456Z"));

        assertThat(validate(VALID))
                .isEqualTo(new Validation.Accepted(new Change(
                        "demo",
                        "c",
                        "cdc",
                        99,
                        1784073600000L,
                        Map.of(
                                "payment_id",
                                "7",
                                "order_id",
                                "3",
                                "amount_minor",
                                1250L,
                                "payment_fee_minor",
                                8L,
                                "paid_at",
                                paidAt),
                        Map.of("channel", "wallet"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "payment_fee_minor": 8           | "payment_fee_minor": -1         | OUT_OF_RANGE
                    "payment_fee_minor": 8           | "payment_fee_minor": 8.5        | WRONG_TYPE
                    "payment_fee_minor": 8           | "payment_fee_minor": "8 yuan"   | WRONG_TYPE
                    "payment_fee_minor": 8           | "payment_fee_minor": null       | MISSING_FIELD
                    "amount_minor": "1250"           | "amount_minor": 1e40            | WRONG_TYPE
                    "order_id": "3"                  | "order_id": "  "                | MISSING_FIELD
                    "order_id": "3"                  | "order_id": [3]                 | WRONG_TYPE
                    2026-07-15T08:00:00.123456+08:00 | yesterday                       | WRONG_TYPE
                    2026-07-15T08:00:00.123456+08:00 | 2026-07-15T08:00:00             | WRONG_TYPE
                    2026-07-15T08:00:00.123456+08:00 | 0026-07-15T08:00:00Z            | OUT_OF_RANGE
                    "marketplace": "demo",           | "marketplace": null,            | MISSING_FIELD
                    "__source_position": 99,         | "__source_position": "a",       | WRONG_TYPE
                    "amount_minor": "1250"           | "amount_minor": 10000000001     | OUT_OF_RANGE
                    "marketplace": "demo"            | "marketplace": "../demo"        | INVALID_TEXT
                    "__op": "c"                      | "__op": "x"                     | UNKNOWN_SYMBOL
                    "__source_time": 1784073600000   | "__source_time": -1             | OUT_OF_RANGE
                    "__source_time": 1784073600000   | "__source_time": 92233720368547 | OUT_OF_RANGE
                    2026-07-15T08:00:00.123456+08:00 | 2026-07-17T08:00:00+08:00       | OUT_OF_RANGE
                    "order_id": "3"                  | "order_id": "a\\u0000b"         | INVALID_TEXT
                    "order_id": "3"                  | "order_id": "\\ud800"           | INVALID_TEXT
                    "channel": "wallet"              | "channel": ["\\udc00"]          | INVALID_TEXT
                    "channel": "wallet"              | "order_id": "4"                 | MALFORMED
                    """)
    void aRecordWithOneBadValueIsRejected(String good, String bad, RejectReason reason) {
        assertThat(validate(VALID.replace(good, bad)))
                .isInstanceOfSatisfying(
                        Validation.Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "7", "{\"a\":", "{} {}", "\u0000\u0001"})
    void whatIsNoJsonObjectIsMalformed(String record) {
        assertThat(validate(record))
                .isInstanceOfSatisfying(
                        Validation.Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(RejectReason.MALFORMED));
    }

    @Test
    void anUnknownSymbolIsRejectedWithTheKnownOnes() {
        String scan = """
                {"tracking_scan_id": 1, "parcel_id": 2, "kind": "teleported", "scanned_at": "2026-07-15T08:00:00Z",
                 "marketplace": "demo", "__op": "c", "__source": "cdc", "__source_position": 1, "__source_time": 1}""";

        assertThat(RecordValidator.validate(Schemas.entity("tracking_scan"), bytes(scan)))
                .isInstanceOfSatisfying(Validation.Rejected.class, rejected -> {
                    assertThat(rejected.reason()).isEqualTo(RejectReason.UNKNOWN_SYMBOL);
                    assertThat(rejected.detail()).contains("teleported").contains("picked_up");
                });
    }

    @Test
    void aRecordWithoutAPositionTakesItsSourceTime() {
        assertThat(validate(VALID.replace("\"__source_position\": 99, ", "")))
                .isInstanceOfSatisfying(
                        Validation.Accepted.class,
                        accepted ->
                                assertThat(accepted.change().sourcePosition()).isEqualTo(1784073600000L));
    }

    @Test
    void bytesThatAreNotUtf8AreMalformed() {
        assertThat(RecordValidator.validate(
                        Schemas.entity("payment"),
                        VALID.replace("wallet", "w\u00e4llet").getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOfSatisfying(
                        Validation.Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(RejectReason.MALFORMED));
        assertThat(RecordValidator.validate(Schemas.entity("payment"), VALID.getBytes(StandardCharsets.UTF_16BE)))
                .isInstanceOf(Validation.Rejected.class);
    }

    @Test
    void aRecordTooLongTooDeepOrWithTooLongANumberIsTooLarge() {
        for (String value : List.of(
                "\"" + "x".repeat(RecordParser.MAX_RECORD_BYTES) + "\"",
                "[".repeat(100) + "]".repeat(100),
                "9".repeat(1_000),
                "17e7830400000")) {
            assertThat(validate(VALID.replace("\"wallet\"", value)))
                    .isInstanceOfSatisfying(
                            Validation.Rejected.class,
                            rejected -> assertThat(rejected.reason()).isEqualTo(RejectReason.TOO_LARGE));
        }
    }

    @Test
    void theDetailOfARejectionIsShortWhateverTheValue() {
        assertThat(validate(VALID.replace("\"1250\"", "\"" + "\ud83d\ude00".repeat(50_000) + "\"")))
                .isInstanceOfSatisfying(Validation.Rejected.class, rejected -> {
                    assertThat(rejected.detail()).hasSizeLessThan(400);
                    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(rejected.detail()))
                            .isTrue();
                });
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            delivered_at,         2026-07-14T23:59:59Z, CONTRADICTION
            cancelled_at,         2026-07-14T23:59:59Z, CONTRADICTION
            promised_dispatch_at, 2026-07-14T23:59:59Z, CONTRADICTION
            delivered_at,         2026-08-15T00:00:00Z, OUT_OF_RANGE
            promised_delivery_at, 2027-12-15T00:00:00Z, OUT_OF_RANGE
            """)
    void aParcelThatCannotBeTrueIsRejected(String field, String instant, RejectReason reason) {
        assertThat(validateParcel(field, instant, "http"))
                .isInstanceOfSatisfying(Validation.Rejected.class, rejected -> {
                    assertThat(rejected.reason()).isEqualTo(reason);
                    assertThat(rejected.detail()).startsWith(field + " is " + instant);
                });
    }

    @Test
    void aPromiseMayLieAheadAndAnImportedRowBeforeWhatItTells() {
        assertThat(validateParcel("promised_delivery_at", "2026-08-15T00:00:00Z", "http"))
                .isInstanceOf(Validation.Accepted.class);
        assertThat(validateParcel("delivered_at", "2026-08-15T00:00:00Z", "import:scms"))
                .isInstanceOf(Validation.Accepted.class);
    }

    @Test
    void aMarketplaceNeedsACurrencyAndAZoneThatExist() {
        String marketplace = """
                {"name": "Demo", "currency": "%s", "time_zone": "%s", "return_window_days": 7, "marketplace": "demo",
                 "__op": "c", "__source": "http", "__source_time": 1784073600000}""";

        for (String bad :
                List.of(marketplace.formatted("yuan", "Asia/Shanghai"), marketplace.formatted("CNY", "Mars/Olympus"))) {
            assertThat(RecordValidator.validate(Schemas.entity("marketplace"), bytes(bad)))
                    .isInstanceOfSatisfying(
                            Validation.Rejected.class,
                            rejected -> assertThat(rejected.reason()).isEqualTo(RejectReason.INVALID_TEXT));
        }
    }

    @Test
    void aDeletionNeedsItsKeyOnly() {
        String deletion = """
                {"payment_id": 7, "marketplace": "demo", "__op": "d", "__source": "cdc", "__source_position": 100,
                 "__source_time": 6}""";

        assertThat(validate(deletion))
                .isEqualTo(new Validation.Accepted(
                        new Change("demo", "d", "cdc", 100, 6, Map.of("payment_id", "7"), Map.of())));
    }

    private static Validation validateParcel(String field, String instant, String source) {
        String parcel = """
                {"parcel_id": 1, "order_id": 2, "supplier_id": 3, "created_at": "2026-07-15T00:00:00Z", "%s": "%s",
                 "marketplace": "demo", "__op": "u", "__source": "%s", "__source_position": 1,
                 "__source_time": 1784073600000}""".formatted(field, instant, source);
        return RecordValidator.validate(Schemas.entity("parcel"), bytes(parcel));
    }

    private static Validation validate(String record) {
        return RecordValidator.validate(Schemas.entity("payment"), bytes(record));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
