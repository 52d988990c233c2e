/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClickHouseInsertTest {
    private static final List<LiveRow> ROWS = List.of(new LiveRow("sku", "cup", 1, "{}"));

    @ParameterizedTest
    @CsvSource({
        "jdbc:clickhouse://127.0.0.1:18123, http://127.0.0.1:18123",
        "jdbc:clickhouse://house:8123/?ssl=false, http://house:8123",
        "jdbc:clickhouse:https://house:8443, https://house:8443"
    })
    void theServerIsTheOneThatEverybodyElseUses(String url, String server) {
        assertThat(new ClickHouseInsert(url, "secret").request(ROWS).uri())
                .hasToString(server + "/?query=INSERT+INTO+live.sku+FORMAT+JSONEachRow");
    }

    @Test
    void anotherKindOfUrlIsRefused() {
        assertThatThrownBy(() -> new ClickHouseInsert("http://house", "secret"))
                .hasMessage("Cannot use SOURCELENS_CLICKHOUSE_URL: http://house; it begins with jdbc:clickhouse://");
    }
}
