/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.sourcelens.stack.chaos.Difference.Logged;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    @Test
    void whatIsEqualDiffersInNothing() {
        assertThat(Difference.of(
                        "order",
                        Map.of("1 c", 1L, "1 u", 2L),
                        Map.of("1 c", new Logged(1, 1), "1 u", new Logged(2, 2)),
                        Map.of("1", "a"),
                        Map.of("1", "a")))
                .isEqualTo(new Difference("order", 3, 0, 0, 0, 1, 0));
    }

    @Test
    void lostDoubledAndInventedChangesAreCountedApart() {
        Difference difference = Difference.of(
                "order",
                Map.of("1 c", 1L, "1 u", 3L, "2 c", 1L),
                Map.of(
                        "1 c",
                        new Logged(1, 2),
                        "1 u",
                        new Logged(1, 1),
                        "2 c",
                        new Logged(2, 2),
                        "9 d",
                        new Logged(1, 1)),
                Map.of(),
                Map.of());

        assertThat(difference).isEqualTo(new Difference("order", 5, 2, 1, 2, 0, 0));
    }

    @Test
    void rowsThatAreMissingOtherOrLeftOverDiffer() {
        Difference difference = Difference.of(
                "order",
                Map.of(),
                Map.of(),
                Map.of("1", "a", "2", "b", "3", "c"),
                Map.of("1", "a", "2", "x", "4", "d"));

        assertThat(difference.differing()).isEqualTo(3);
    }

    @Test
    void theTotalAddsUp() {
        Difference one = new Difference("order", 3, 1, 0, 0, 10, 2);
        Difference other = new Difference("parcel", 4, 0, 5, 6, 20, 0);

        assertThat(Difference.total(List.of(one, other))).isEqualTo(new Difference("all", 7, 1, 5, 6, 30, 2));
    }
}
