/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ImportReportTest {
    @Test
    void aRowThatVanishedIsAnError() {
        assertThatThrownBy(() -> new ImportReport(
                        "sales.parquet", "shop", 10, 7, Map.of(), Map.of("cancellation", 2L), Map.of(), Map.of()))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("read 10, kept 7, rejected 2");
    }
}
