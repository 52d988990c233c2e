/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LagTest {
    @Test
    void itIsReadFromTheMetricsOfTheWatch() {
        String metrics = """
                # HELP sourcelens_watch_slot_behind_bytes Log of PostgreSQL that the connector has not taken over.
                # TYPE sourcelens_watch_slot_behind_bytes gauge
                sourcelens_watch_slot_behind_bytes 1048576
                sourcelens_watch_log_end_offset{topic="marketplace.order"} 7
                sourcelens_watch_streaming_pending_records 250
                sourcelens_watch_streaming_checkpoint_age_seconds 1.5
                sourcelens_watch_marts_behind_seconds 60.25
                """;

        assertThat(Lag.parse(metrics)).isEqualTo(new Lag(1_048_576, 250, 1.5, 60.25));
    }

    @Test
    void whatAPartDoesNotAnswerIsNotKnown() {
        assertThat(Lag.parse("sourcelens_watch_slot_behind_bytes 12\n"))
                .isEqualTo(new Lag(12, Double.NaN, Double.NaN, Double.NaN));
    }
}
