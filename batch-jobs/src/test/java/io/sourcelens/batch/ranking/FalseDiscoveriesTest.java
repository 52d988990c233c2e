/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class FalseDiscoveriesTest {
    /** The fifteen hypotheses of Benjamini and Hochberg (1995), 4.1: at 5 % the first four are rejected. */
    @Test
    void asInThePaper() {
        Double[] qValues = FalseDiscoveries.qValues(List.of(
                0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
                0.7590, 1.0));

        assertThat(Stream.of(qValues).filter(q -> q <= 0.05)).hasSize(4);
        assertThat(qValues[3]).isEqualTo(0.0095 * 15 / 4, Offset.offset(1e-12));
        // The ninth is the least of the fifth to ninth p m / j but the fifth.
        assertThat(qValues[8]).isEqualTo(0.0459 * 15 / 9, Offset.offset(1e-12));
        assertThat(qValues).isSorted().endsWith(1.0);
    }

    @Test
    void whatWasNotTestedCountsForNothing() {
        assertThat(FalseDiscoveries.qValues(Arrays.asList(null, 0.02, null, 0.01)))
                .containsExactly(null, 0.02, null, 0.02);
        assertThat(FalseDiscoveries.qValues(List.of())).isEmpty();
    }
}
