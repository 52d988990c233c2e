/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LiveWindowTest {
    private static final Instant NOW = Instant.parse("2026-03-01T04:05:06.789Z");

    @Test
    void theRunningMinuteIsTheLastOfTheWindow() {
        assertThat(LiveWindow.until(NOW, 1).start()).isEqualTo("2026-03-01T04:05:00Z");
        assertThat(LiveWindow.until(NOW, 60).startParameter()).isEqualTo("2026-03-01 03:06:00.000");
        assertThat(LiveWindow.until(NOW, 60).endParameter()).isEqualTo("2026-03-01 04:05:06.789");
    }

    @Test
    void theWindowBeforeHasAsManyMinutes() {
        assertThat(LiveWindow.until(NOW, 60).previousStartParameter()).isEqualTo("2026-03-01 02:06:00.000");
    }

    @Test
    void moreThanTheLastHourIsNotKept() {
        assertThatThrownBy(() -> LiveWindow.until(NOW, 61)).hasMessage("Cannot use window_minutes=61; use 1 to 60");
    }
}
