/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sourcelens.batch.forecast.Periods;
import io.sourcelens.batch.forecast.SupplierOutlook;
import io.sourcelens.batch.forecast.TrialCount;
import io.sourcelens.batch.trackrecord.PlainRate.Trials;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateScoresTest {
    private static final LocalDate ORIGIN = LocalDate.of(2026, 3, 1);
    private static final List<TrialCount> KNOWN =
            List.of(new TrialCount("a", "x", 0, 80, 8, 4), new TrialCount("b", "x", 0, 20, 12, 12));

    private static double value(List<Score> scores, String method, Metric metric) {
        return scores.stream()
                .filter(score -> score.method().equals(method) && score.metric() == metric)
                .findFirst()
                .orElseThrow()
                .value()
                .value();
    }

    private static List<Score> scores(List<TrialCount> came) {
        RateScores scores = new RateScores("late_delivery", PlainRate.ofParcels(), 30, 30);
        Periods periods = Periods.before(ORIGIN, ORIGIN.minusDays(30), 30);
        scores.add(ORIGIN, SupplierOutlook.of(KNOWN, periods, 30), came, (at, target, count, foretold) -> {});
        return scores.summary("none");
    }

    @Test
    void lossesArePerParcelAndSuppliersOfWhomNothingWasDueAreLeftOut() {
        List<Score> scores =
                scores(List.of(new TrialCount("a", "x", 0, 10, 1, 0), new TrialCount("new", "x", 0, 50, 50, 0)));

        assertThat(value(scores, "raw_rate", Metric.LOG_LOSS))
                .isCloseTo(-(Math.log(0.1) + 9 * Math.log(0.9)) / 10, within(1e-12));
        assertThat(value(scores, "global_rate", Metric.BRIER))
                .isCloseTo((0.8 * 0.8 + 9 * 0.2 * 0.2) / 10, within(1e-12));
    }

    @Test
    void plainRatesAreWhatTheirMakersSay() {
        Trials a = new Trials(80, 8, 4);
        Trials nothingCame = new Trials(20, 20, 20);

        assertThat(PlainRate.ODOO.of(a, 0.2)).isEqualTo(4.0 / 76);
        assertThat(PlainRate.ERPNEXT.of(nothingCame, 0.2)).isZero();
        assertThat(PlainRate.ODOO.of(nothingCame, 0.2)).isEqualTo(0.2);
        assertThat(PlainRate.CUT_OFF_50.of(nothingCame, 0.2)).isEqualTo(0.2);
        assertThat(PlainRate.SHRUNK_20.of(nothingCame, 0.2)).isEqualTo(24.0 / 40);
    }
}
