/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.margin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarginTotalsTest {
    @Test
    void partsAddUp() {
        MarginTotals totals = MarginTotals.of(List.of(row(100L, 40L), row(-30L, 2L)));

        assertThat(totals.contributionMinor()).isEqualTo(70);
        assertThat(totals.paymentFeeMinor()).isEqualTo(42);
        assertThat(totals.saleRevenueMinor()).isEqualTo(2_000);
        assertThat(totals.shareSettled()).isEqualTo(0.25);
    }

    @Test
    void aPartThatIsUnknownInOneRowIsUnknownInTotalAndNotZero() {
        MarginTotals totals = MarginTotals.of(List.of(row(100L, 40L), row(null, null)));

        assertThat(totals.contributionMinor()).isNull();
        assertThat(totals.paymentFeeMinor()).isNull();
        assertThat(totals.freightMinor()).isEqualTo(10);
    }

    @Test
    void withoutRowsNothingIsKnownOfTheParts() {
        MarginTotals totals = MarginTotals.of(List.of());

        assertThat(totals.units()).isZero();
        assertThat(totals.contributionMinor()).isNull();
        assertThat(totals.shareSettled()).isNull();
    }

    private static MarginRow row(Long contribution, Long paymentFee) {
        return new MarginRow(
                LocalDate.parse("2026-03-01"),
                "s",
                null,
                null,
                null,
                null,
                4,
                1,
                3,
                1_000,
                700L,
                5L,
                0L,
                paymentFee,
                0L,
                0L,
                0L,
                contribution,
                1,
                0.25,
                Instant.EPOCH,
                "run-1");
    }
}
