/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.parcel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Remission times of Freireich et al., Blood 21 (1963), as in Kalbfleisch and Prentice, section 1.2. */
class GapLimitTest {
    private static final int[] TREATED_ENDED = {6, 6, 6, 7, 10, 13, 16, 22, 23};
    private static final int[] TREATED_CENSORED = {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35};
    private static final int[] PLACEBO = {1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23};

    @Test
    void waitsThatAreNotOverCountAsLongAsTheyLasted() {
        GapLimit treated = new GapLimit();
        IntStream.of(TREATED_ENDED).forEach(hours -> treated.add(hours, true, 1));
        IntStream.of(TREATED_CENSORED).forEach(hours -> treated.add(hours, false, 1));

        // The published estimates have three digits.
        assertThat(treated.stillWaiting(6)).isCloseTo(0.857, within(0.0005));
        assertThat(treated.stillWaiting(10)).isCloseTo(0.753, within(0.0005));
        assertThat(treated.stillWaiting(16)).isCloseTo(0.627, within(0.0005));
        assertThat(treated.stillWaiting(30)).isCloseTo(0.448, within(0.0005));
        assertThat(treated.gaps()).isEqualTo(21);
        assertThat(treated.over()).isEqualTo(9);
        assertThat(treated.hours()).as("nearly half of them wait on").isNull();
    }

    @Test
    void theLimitIsWhereOneInTwentyWaitsOn() {
        GapLimit placebo = new GapLimit();
        IntStream.of(PLACEBO).forEach(hours -> placebo.add(hours, true, 1));

        // After 22 one of 21 is left.
        assertThat(placebo.hours()).isEqualTo(22);
    }

    @Test
    void withoutWaitsThereIsNoLimit() {
        assertThat(new GapLimit().hours()).isNull();
    }
}
