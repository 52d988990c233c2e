/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

class FigureTest {
    @Test
    void anUpperBoundHoldsForAMedianUpToIt() {
        assertThat(Figure.of("wait", "s", 2.0, 3, 1, 2).holds()).isTrue();
        assertThat(Figure.of("wait", "s", 2.0, 3, 1, 2.1).holds()).isFalse();
    }

    @Test
    void aLowerBoundHoldsForAMedianFromIt() {
        assertThat(Figure.atLeast("ratio", "", 0.7, 0.7, 0.9, 0.1).holds()).isTrue();
        assertThat(Figure.atLeast("ratio", "", 0.7, 0.69, 0.9, 0.1).holds()).isFalse();
    }

    @Test
    void twoBoundsHoldForAMedianOnOrBetweenThem() {
        assertThat(Figure.between("coverage", "%", 88, 92, 70, 88, 99).holds()).isTrue();
        assertThat(Figure.between("coverage", "%", 88, 92, 92.1).holds()).isFalse();
        assertThat(Figure.between("coverage", "%", 88, 92, 87.9).holds()).isFalse();
    }

    @Test
    void ofAnEvenNumberOfValuesTheWorseOneOfTheMiddleCounts() {
        assertThat(Figure.of("wait", "s", 2.0, 1, 3).holds()).isFalse();
        assertThat(Figure.atLeast("ratio", "", 2.0, 1, 3).holds()).isFalse();
    }

    @Test
    void theResultSaysWhichBoundTheGoalIs() throws Exception {
        JsonMapper json = new JsonMapper();

        assertThat(json.writeValueAsString(Figure.atLeast("ratio", "", 0.7, 0.8)))
                .contains("\"goal\":0.7,\"goal_is\":\"at least\",\"holds\":true");
        assertThat(json.writeValueAsString(Figure.of("wait", "s", 2.0, 1)))
                .contains("\"goal\":2.0,\"goal_is\":\"at most\",\"holds\":true");
        assertThat(json.writeValueAsString(Figure.between("coverage", "%", 88, 92, 90)))
                .contains("\"goal\":88.0,\"goal_high\":92.0,\"goal_is\":\"between\",\"holds\":true");
        assertThat(json.writeValueAsString(Figure.of("wait", "s", null, 1))).contains("\"goal\":null,\"holds\":null");
    }
}
