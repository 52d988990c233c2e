/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadableBytesTest {
    @Test
    void aTextIsShownWithoutWhatWouldChangeTheTerminal() {
        assertThat(ReadableBytes.of("{\"名\":\"\u001b[2J\u202e\"}\n".getBytes(UTF_8)))
                .isEqualTo("{\"名\":\"\\u001b[2J\\u202e\"}\n");
    }

    @Test
    void otherBytesAreShownAsNumbers() {
        assertThat(ReadableBytes.of(new byte[] {(byte) 0xff, 'a', 0}))
                .startsWith("00000000  ff 61 00 ")
                .endsWith("  .a.\n");
    }
}
