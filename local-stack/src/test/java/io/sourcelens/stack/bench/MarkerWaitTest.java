/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkerWaitTest {
    private static final long LOAD_ENDED = 10_000;

    @Test
    void lagIsNormalFromTheFirstOfThreeOrdersInARowThatDidNotWait() {
        List<MarkerWait> waits =
                List.of(fast(9_000), fast(11_000), late(13_000), fast(15_000), fast(17_000), fast(19_000));

        assertThat(MarkerWait.backToNormal(waits, LOAD_ENDED)).hasValue(5);
    }

    @Test
    void ordersOfTheLoadItselfDoNotCount() {
        List<MarkerWait> waits = List.of(fast(7_000), fast(8_000), fast(9_000), fast(11_000));

        assertThat(MarkerWait.backToNormal(waits, LOAD_ENDED)).isEmpty();
    }

    @Test
    void anOrderThatIsNotSeenYetIsNotNormal() {
        assertThat(new MarkerWait(0, 1, Double.POSITIVE_INFINITY).isNormal()).isFalse();
    }

    private static MarkerWait fast(long committedAtMillis) {
        return new MarkerWait(committedAtMillis, 2.4, 0.5);
    }

    private static MarkerWait late(long committedAtMillis) {
        return new MarkerWait(committedAtMillis, 40, 0.5);
    }
}
