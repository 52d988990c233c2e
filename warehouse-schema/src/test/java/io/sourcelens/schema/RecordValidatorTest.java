/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordValidatorTest {
    private static final String VALID = """
            {"payment_id": 7, "order_id": "3", "amount_minor": "1250", "payment_fee_minor": 8,
             "paid_at": "2026-07-15T08:00:00.123456+08:00", "channel": "wallet",
             "marketplace": "demo", "__op": "c", "__source": "cdc", "__source_position": 99, "__source_time": 5}""";

    @Test
    void aValidRecordIsTakenWithItsTypesAndItsUnknownFields() {
        long paidAt = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse("2026-07-15T00:00:00.123456Z"));

        assertThat(validate(VALID))
                .isEqualTo(new Validation.Accepted(new Change(
                        "demo",
                        "c",
                        "cdc",
                        99,
                        5,
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
    void aDeletionNeedsItsKeyOnly() {
        String deletion = """
                {"payment_id": 7, "marketplace": "demo", "__op": "d", "__source": "cdc", "__source_position": 100,
                 "__source_time": 6}""";

        assertThat(validate(deletion))
                .isEqualTo(new Validation.Accepted(
                        new Change("demo", "d", "cdc", 100, 6, Map.of("payment_id", "7"), Map.of())));
    }

    private static Validation validate(String record) {
        return RecordValidator.validate(Schemas.entity("payment"), bytes(record));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
