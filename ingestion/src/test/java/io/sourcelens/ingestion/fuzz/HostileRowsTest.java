/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HostileRowsTest {
    @Test
    void theSameSeedMakesTheSameRowsAndHalfOfThemAreSpoilt() {
        List<String> rows = rows();

        assertThat(rows).isEqualTo(rows()).allMatch(row -> row.endsWith("\n"));
        // A fair coin over 1,000 rows: five standard deviations are 79.
        assertThat(rows.stream()
                        .filter(row -> row.matches("(\"[-a-z0-9.:TZ]*\",){5}\"[-0-9:TZ]*\"\n"))
                        .count())
                .isBetween(421L, 579L);
    }

    private static List<String> rows() {
        SplittableRandom random = new SplittableRandom(7);
        return Stream.generate(() -> HostileRows.next("line", random))
                .limit(1_000)
                .toList();
    }
}
