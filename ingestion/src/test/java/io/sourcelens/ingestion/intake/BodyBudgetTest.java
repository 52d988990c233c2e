/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class BodyBudgetTest {
    @Test
    void whoFindsNoRoomIsAskedToComeBackAndFindsItLater() throws Problem {
        BodyBudget budget = new BodyBudget(BatchBody.MAX_BYTES);
        BodyBudget.Share unknownLength = budget.take(-1);

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> budget.take(10))
                .satisfies(problem -> {
                    assertThat(problem.status()).isEqualTo(429);
                    assertThat(problem.isPassing()).isTrue();
                });
        unknownLength.release();
        budget.take(10).release();
        assertThat(budget.inFlight()).isZero();
    }
}
