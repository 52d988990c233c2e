/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PendingRowsTest {
    private static final LiveRow CUP_1 = new LiveRow("minute_count", "cup", 1, "{}");
    private static final LiveRow CUP_2 = new LiveRow("minute_count", "cup", 2, "{}");
    private static final LiveRow PLATE = new LiveRow("minute_count", "plate", 1, "{}");
    private static final LiveRow SKU = new LiveRow("sku", "cup", 7, "{}");

    private final PendingRows pending = new PendingRows();

    @Test
    void theNewestRowOfAKeyIsKeptWhicheverCameLast() {
        pending.add(CUP_2);
        pending.add(PLATE);
        pending.add(CUP_1);

        assertThat(pending.take(10)).containsExactly(CUP_2, PLATE);
    }

    @Test
    void aBatchIsOfOneTable() {
        pending.add(CUP_1);
        pending.add(SKU);
        pending.add(PLATE);

        assertThat(pending.take(10)).containsExactly(CUP_1, PLATE);
        pending.arrived();
        assertThat(pending.take(10)).containsExactly(SKU);
    }

    @Test
    void aBatchIsNoLongerThanAskedFor() {
        pending.add(CUP_1);
        pending.add(PLATE);

        assertThat(pending.take(1)).containsExactly(CUP_1);
    }

    @Test
    void whatIsUnderWayIsStillPendingUntilItHasArrived() {
        pending.add(CUP_1);
        pending.take(10);
        pending.add(PLATE);
        assertThat(pending.all()).containsExactlyInAnyOrder(CUP_1, PLATE);

        pending.arrived();

        assertThat(pending.all()).containsExactly(PLATE);
        assertThat(pending.size()).isEqualTo(1);
    }

    @Test
    void whatDidNotArriveWaitsAgainUnlessSomethingNewerDoes() {
        pending.add(CUP_1);
        pending.add(PLATE);
        pending.take(10);
        pending.add(CUP_2);

        pending.returned();

        assertThat(pending.take(10)).containsExactlyInAnyOrder(CUP_2, PLATE);
    }
}
