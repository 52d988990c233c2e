/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StockStatusTest {
    private static List<StockStatus> after(double... probabilities) {
        List<StockStatus> all = new ArrayList<>();
        StockStatus status = StockStatus.OK;
        for (double probability : probabilities) {
            status = status.next(probability);
            all.add(status);
        }
        return all;
    }

    @Test
    void aStatusIsLeftLaterThanItIsEntered() {
        assertThat(after(0.19, 0.2, 0.16, 0.14, 0.16))
                .containsExactly(StockStatus.OK, StockStatus.LOW, StockStatus.LOW, StockStatus.OK, StockStatus.OK);
        assertThat(after(0.5, 0.41, 0.39, 0.41))
                .containsExactly(StockStatus.CRITICAL, StockStatus.CRITICAL, StockStatus.LOW, StockStatus.LOW);
    }

    @Test
    void nothingShownIsOutAtOnceAndARefillEndsIt() {
        assertThat(after(0.01, 1, 0.17, 0.45))
                .containsExactly(StockStatus.OK, StockStatus.OUT, StockStatus.OK, StockStatus.LOW);
    }
}
