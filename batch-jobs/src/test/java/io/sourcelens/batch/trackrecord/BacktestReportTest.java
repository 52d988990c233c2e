/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BacktestReportTest {
    @Test
    void aLiftOfNothingHasNoSign() {
        assertThat(BacktestReport.rounded(-3e-18)).isEqualTo("0.000");
        assertThat(BacktestReport.rounded(-0.0006)).isEqualTo("-0.001");
    }
}
