/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneLineTest {
    @Test
    void aStackTraceIsLeftToTheLogWhetherPlainOrInJson() {
        assertThat(OneLine.of("Cannot refresh\n\tat io.sourcelens")).isEqualTo("Cannot refresh");
        assertThat(OneLine.of("{\"error\":\"Cannot refresh\\n\\tat io\"}")).isEqualTo("{\"error\":\"Cannot refresh");
    }

    @Test
    void aLongLineIsCut() {
        assertThat(OneLine.of("x".repeat(1000))).hasSizeLessThan(260).endsWith(" ...");
    }
}
