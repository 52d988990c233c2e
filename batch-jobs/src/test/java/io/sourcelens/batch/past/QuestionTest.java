/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sourcelens.batch.past.Question.Known;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class QuestionTest {
    private static final Instant TIME = Instant.parse("2026-03-01T04:05:06Z");

    @Test
    void everyMartThatARefreshComputesCanBeAskedFor() {
        assertThat(Question.marts(Known.THEN))
                .contains("best_sellers", "margin_sku_seller_day", "freshness")
                .doesNotContain("refresh_run", "track_record");
    }

    @Test
    void anUnknownMartIsNamedBesideTheKnownOnes() {
        assertThatThrownBy(() -> new Question(TIME, "weather", null, Known.THEN))
                .isInstanceOf(PastException.class)
                .hasMessageStartingWith("Cannot recompute mart weather: there are [marketplace, ");
    }

    @Test
    void aRecordOfWhatWasDoneCannotBeComputedAgain() {
        assertThatThrownBy(() -> new Question(TIME, "refresh_run", null, Known.THEN))
                .hasMessageStartingWith("Cannot recompute mart refresh_run: it records what was done");
    }

    @Test
    void onlyMartsThatLookAtTheirOwnDaysAreComparedWithNow() {
        assertThat(new Question(TIME, "supplier_scorecard", "demo", Known.NOW).known())
                .isEqualTo(Known.NOW);
        assertThatThrownBy(() -> new Question(TIME, "best_sellers", null, Known.NOW))
                .hasMessage("Cannot compare mart best_sellers with what is known now: orders since then would be in it;"
                        + " ask for one of [margin_sku_seller_day, supplier_scorecard, supplier_forecast]");
    }
}
