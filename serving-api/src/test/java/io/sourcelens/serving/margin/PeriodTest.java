/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sourcelens.serving.problem.InvalidParameterException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PeriodTest {
    private static final LocalDate LATEST = LocalDate.parse("2026-03-01");

    @Test
    void withoutDaysItIsTheLastThirtyThatAreKnown() {
        assertThat(Period.of(null, null, LATEST)).isEqualTo(new Period(LocalDate.parse("2026-01-31"), LATEST));
    }

    @Test
    void withoutAStartItIsThirtyDaysUpToTheEnd() {
        assertThat(Period.of(null, LocalDate.parse("2026-01-30"), LATEST).from())
                .isEqualTo(LocalDate.parse("2026-01-01"));
    }

    @Test
    void anEndBeforeTheStartIsRefused() {
        assertThatThrownBy(() -> new Period(LATEST, LATEST.minusDays(1)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageStartingWith("Cannot use from=2026-03-01 and to=2026-02-28");
    }

    @Test
    void halfAYearIsTheMost() {
        assertThat(new Period(LATEST.minusDays(183), LATEST).to()).isEqualTo(LATEST);
        assertThatThrownBy(() -> new Period(LATEST.minusDays(184), LATEST)).hasMessageContaining("184 days at most");
    }
}
