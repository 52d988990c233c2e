/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OriginScoresTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

    private static Score score(List<Score> scores, String method) {
        return scores.stream()
                .filter(score -> score.method().equals(method))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void liftIsPairedByOriginAndPositiveWherePublishedWasBetter() {
        OriginScores scores = new OriginScores("units", 7, 7);
        for (int week = 0; week < 10; week++) {
            LocalDate origin = MONDAY.plusWeeks(week);
            scores.add(origin, Score.PUBLISHED, Metric.NDCG_100, 0.5 + week / 100.0, 100);
            scores.add(origin, "plain", Metric.NDCG_100, 0.4 + week / 100.0, 100);
        }

        Score plain = score(scores.summary(""), "plain");

        assertThat(plain.origins()).isEqualTo(10);
        assertThat(plain.forecasts()).isEqualTo(1_000);
        // The same lift at every origin: the levels vary, the difference does not.
        assertThat(plain.lift().value()).isCloseTo(0.1, within(1e-12));
        assertThat(plain.lift().low()).isCloseTo(0.1, within(1e-12));
        assertThat(plain.lift().high()).isCloseTo(0.1, within(1e-12));
        assertThat(plain.value().high() - plain.value().low()).isPositive();
        assertThat(score(scores.summary(""), Score.PUBLISHED).lift()).isNull();
    }

    @Test
    void aSmallerLossIsALiftAndCoverageIsNone() {
        OriginScores scores = new OriginScores("late_dispatch", 30, 30);
        for (Metric metric : List.of(Metric.LOG_LOSS, Metric.COVERAGE)) {
            scores.add(MONDAY, Score.PUBLISHED, metric, 0.2, 10);
            scores.add(MONDAY, "plain", metric, 0.3, 10);
        }

        List<Score> plain = scores.summary("").stream()
                .filter(score -> score.method().equals("plain"))
                .toList();

        assertThat(plain.get(0).lift().value()).isCloseTo(0.1, within(1e-12));
        assertThat(plain.get(1).lift()).isNull();
    }

    @Test
    void whatCannotBeMeasuredIsNullWithItsReason() {
        OriginScores scores = new OriginScores("units", 7, 7);
        scores.expect("plain", Metric.NDCG_100);
        scores.add(MONDAY, "plain", Metric.NDCG_100, null, 100);

        assertThat(scores.summary("no data"))
                .containsExactly(new Score("units", 7, "plain", Metric.NDCG_100, 0, 0, null, null, "no data"));
    }
}
