/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sourcelens.ingestion.history.mapping.ImportException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FileCountsTest {
    @Test
    void aRowThatVanishedIsAnError() {
        assertThatThrownBy(() -> new FileCounts("sales", 10, 7, Map.of(), Map.of("cancellation", 2L)))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("read 10, kept 7, rejected 2");
    }
}
