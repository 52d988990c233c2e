/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.sourcelens.ingestion.marketplace.CancelReason;
import io.sourcelens.ingestion.simulator.plan.Event;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void anEventSurvivesWaitingInTheDatabase() {
        Event event = new Event.LineCancelled(Instant.parse("2026-11-01T02:00:00Z"), 1, 2, 3, CancelReason.NO_STOCK);
        String json = Json.write(event);
        assertThat(json).contains("\"event\":\"line_cancelled\"", "\"order_line_id\":1", "2026-11-01T02:00:00Z");
        assertThat(Json.read(json, Event.class)).isEqualTo(event);
    }
}
