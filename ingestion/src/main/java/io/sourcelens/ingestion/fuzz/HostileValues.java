/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.fuzz;

import java.util.List;
import java.util.random.RandomGenerator;

/** Values, as JSON, that break careless programs. */
final class HostileValues {
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "\"\"",
            "\" \"",
            "[]",
            "{}",
            "-1",
            "0",
            "1e400",
            "-0.0",
            "1E-999999999",
            "1e999999999",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "2147483648",
            "123456789012345678901234567890",
            "\"NaN\"",
            "\"1e5\"",
            "\"0x10\"",
            "\"１２\"",
            "\"'; DROP TABLE raw.order; --\"",
            "\"' OR '1'='1\"",
            "\"${jndi:ldap://127.0.0.1/a}\"",
            "\"<script>alert(1)</script>\"",
            "\"../../../etc/passwd\"",
            "\"%00%n%s\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"a\\udc00b\"",
            "\"\\u202eevil\\u200b\"",
            "\"\\u0007\\u001b[2J\\r\\n\\t\"",
            "\"Z̸̢̛͓a̷l̶g̵o̴\"",
            "\"𝔘𝔫𝔦𝔠𝔬𝔡𝔢👩‍👩‍👧‍👦\"",
            "\"0000-00-00T00:00:00Z\"",
            "\"9999-12-31T23:59:59Z\"",
            "\"+292278994-08-17T07:12:55.807Z\"",
            "\"2026-02-30T00:00:00Z\"",
            "\"2026-01-01T00:00:00\"",
            "\"2026-01-01T24:00:00Z\"",
            "\"1989-12-31T23:59:59Z\"",
            "\"1990-01-01T00:00:00Z\"",
            "\"2099-12-31T23:59:59.999999Z\"",
            "\"2026-01-01T00:00:00+18:00\"",
            "{\"a\":{\"b\":[1,{\"c\":null}]}}");
    private static final int LONG_TEXT = 20_000;
    private static final int DEEP = 3_000;

    private HostileValues() {}

    static String next(RandomGenerator random) {
        int choice = random.nextInt(VALUES.size() * 10);
        return switch (choice) {
            case 0 -> "\"" + "界".repeat(random.nextInt(LONG_TEXT)) + "\"";
            case 1 -> "[".repeat(DEEP) + "]".repeat(DEEP);
            case 2 -> "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP);
            case 3 -> "9".repeat(random.nextInt(1, 2_000));
            default -> VALUES.get(choice % VALUES.size());
        };
    }
}
