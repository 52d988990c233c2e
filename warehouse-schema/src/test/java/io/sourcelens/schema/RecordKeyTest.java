/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordKeyTest {
    @Test
    void aKeyIsAnObjectOfTheKeyFields() {
        assertThat(RecordKey.of(Schemas.entity("seller"), change(Map.of("seller_id", "7", "name", "x"))))
                .asString(UTF_8)
                .isEqualTo("{\"seller_id\":\"7\"}");
    }

    @Test
    void aMarketplaceIsItsOwnKey() {
        assertThat(RecordKey.of(Schemas.entity("marketplace"), change(Map.of())))
                .asString(UTF_8)
                .isEqualTo("{\"marketplace\":\"bazaar\"}");
    }

    private static Change change(Map<String, Object> values) {
        return new Change("bazaar", "u", "http", 1, 1, values, Map.of());
    }
}
