/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GrowthTest {
    @Test
    void whatFilledUpAtTheStartDoesNotGrow() {
        assertThat(Growth.ofPeaks(1, 4, 5, 3, 5, 4)).isEqualTo(1);
    }

    @Test
    void whatGrowsSteadilyFromNothingGrowsByHalf() {
        assertThat(Growth.ofPeaks(1, 2, 3, 4, 5, 6)).isEqualTo(1.5);
    }

    @Test
    void twoSamplesTellNothing() {
        assertThatThrownBy(() -> Growth.ofPeaks(1, 2)).hasMessageStartingWith("Cannot tell growth from 2 samples");
    }
}
