/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sourcelens.batch.forecast.TrialCount;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TierScoresTest {
    private static final LocalDate ORIGIN = LocalDate.of(2026, 3, 1);

    private static TrialCount came(String supplier, long trials, long events) {
        return new TrialCount(supplier, "x", 0, trials, events, 0);
    }

    @Test
    void everyParcelCountsAlikeInTheTierThatItsSupplierHadAtTheOrigin() {
        TierScores scores = new TierScores("late_dispatch", 30, 30);
        scores.add(
                ORIGIN,
                Map.of("a", "A", "b", "B", "few", "unrated"),
                List.of(came("a", 90, 9), came("b", 10, 5), came("few", 2, 1), came("new", 50, 50)));
        scores.add(ORIGIN.plusDays(30), Map.of("a", "A", "b", "A"), List.of(came("a", 10, 0), came("b", 20, 3)));

        List<Score> summary = scores.summary();

        assertThat(summary)
                .extracting(Score::method)
                .containsExactly("tier_a", "tier_b", "tier_c", "tier_d", "tier_unrated");
        assertThat(summary.get(0).value().value()).isCloseTo(12 / 120.0, within(1e-12));
        assertThat(summary.get(0).forecasts()).isEqualTo(120);
        assertThat(summary.get(0).origins()).isEqualTo(2);
        assertThat(summary.get(1).value().value()).isEqualTo(0.5);
        assertThat(summary.get(4).value().value()).isEqualTo(0.5);
    }

    @Test
    void aTierThatNobodyHadHasNoShareButAReason() {
        assertThat(new TierScores("defect", 30, 30).summary()).allSatisfy(score -> {
            assertThat(score.value()).isNull();
            assertThat(score.reason())
                    .isEqualTo("no parcel or line after an origin was of a supplier that was in the tier then");
        });
    }
}
