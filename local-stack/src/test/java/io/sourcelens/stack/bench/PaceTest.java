/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void whoIsAheadWaitsUntilTheRateIsMet() {
        assertThat(new Pace(1_000).nanosUntilDue(2_500, SECOND)).isEqualTo(3 * SECOND / 2);
    }

    @Test
    void whoIsLateDoesNotWait() {
        assertThat(new Pace(1_000).nanosUntilDue(500, SECOND)).isZero();
    }

    @Test
    void aRateOfNothingIsRefused() {
        assertThatThrownBy(() -> new Pace(0))
                .hasMessage("Cannot keep a rate of 0.0 changes per second: it must be above 0");
    }
}
