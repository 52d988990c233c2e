/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SupplierOutlookTest {
    private static final LocalDate ORIGIN = LocalDate.of(2026, 3, 1);
    private static final Periods PERIODS = Periods.before(ORIGIN, ORIGIN.minusDays(180), 30);

    private static List<TrialCount> counts(int missingOfEach) {
        List<TrialCount> counts = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            int due = 5 + i % 7;
            counts.add(new TrialCount(
                    "s" + i % 10, "l" + i % 5, i % 6, due, Math.max(i % 3, missingOfEach * due), missingOfEach * due));
        }
        return counts;
    }

    @Test
    void theOrderOfArrivalChangesNothing() {
        List<TrialCount> shuffled = counts(0);
        Collections.shuffle(shuffled, new Random(3));

        SupplierOutlook one = SupplierOutlook.of(counts(0), PERIODS, 30);
        SupplierOutlook other = SupplierOutlook.of(shuffled, PERIODS, 30);

        assertThat(other.suppliers()).isEqualTo(one.suppliers());
        assertThat(other.forecast("s3")).isNotNull().isEqualTo(one.forecast("s3"));
    }

    @Test
    void asManyParcelsADayAreExpectedAsInTheNewestNinetyDays() {
        SupplierOutlook outlook = SupplierOutlook.of(
                List.of(
                        new TrialCount("a", "x", 0, 60, 1, 0),
                        new TrialCount("a", "x", 2, 30, 1, 0),
                        new TrialCount("a", "x", 3, 900, 1, 0)),
                PERIODS,
                30);

        assertThat(outlook.suppliers().get("a").all()).isEqualTo(30);
        assertThat(outlook.suppliers().get("a").trials()).isEqualTo(990);
    }

    @Test
    void whereNothingEverCameNothingIsKnown() {
        assertThat(SupplierOutlook.of(counts(1), PERIODS, 30).model()).isNull();
    }

    @Test
    void aSupplierOfWhomNothingWasDueLatelyHasNoForecast() {
        List<TrialCount> counts = counts(0);
        counts.add(new TrialCount("gone", "l1", 4, 50, 3, 0));

        assertThat(SupplierOutlook.of(counts, PERIODS, 30).forecast("gone")).isNull();
    }
}
