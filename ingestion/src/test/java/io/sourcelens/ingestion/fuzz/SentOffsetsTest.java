/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentOffsetsTest {
    @Test
    void lostDoubledAndMisjudgedRecordsAreTold() {
        SentOffsets offsets = new SentOffsets();
        offsets.add(0, 5_000_000_002L, false);
        offsets.add(0, 5_000_000_000L, true);
        offsets.add(1, 7, true);

        assertThat(offsets.find(0, 5_000_000_000L, true)).as("new").isTrue();
        assertThat(offsets.find(0, 5_000_000_000L, false)).as("again").isFalse();
        assertThat(offsets.find(0, 5_000_000_001L, true)).as("somebody else's").isTrue();
        assertThat(offsets.find(1, 7, false)).as("valid, but rejected").isTrue();

        assertThat(offsets.sent()).isEqualTo(3);
        assertThat(offsets.first()).isEqualTo(7);
        assertThat(offsets.last()).isEqualTo(5_000_000_002L);
        assertThat(offsets.kept()).isEqualTo(1);
        assertThat(offsets.rejected()).isEqualTo(2);
        assertThat(offsets.misjudged()).isEqualTo(1);
        offsets.forgetFindings();
        assertThat(offsets.kept() + offsets.rejected()).isZero();
    }
}
