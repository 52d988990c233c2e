/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.random.RandomDataGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

class HorizonTrialTest {
    private static final double NEVER = 1000;
    private static final int PERIODS = 12;
    private static final int SUPPLIERS = 300;
    private static final int DUE = 400;
    private static final double RATE = 0.2;

    /** Suppliers that differ in nothing but what each has in one period, or in a run of periods, alone. */
    private static List<TrialCount> counts(double correlation, int run) {
        RandomDataGenerator random = new RandomDataGenerator(new Well19937c(11));
        double strength = 1 / correlation - 1;
        List<TrialCount> counts = new ArrayList<>();
        for (int supplier = 0; supplier < SUPPLIERS; supplier++) {
            double rate = RATE;
            for (int ago = 0; ago < PERIODS; ago++) {
                if (ago % run == 0) {
                    rate = random.nextBeta(RATE * strength, (1 - RATE) * strength);
                }
                int late = random.nextBinomial(DUE, rate);
                counts.add(new TrialCount("s" + supplier, "all", ago, DUE, late, 0));
            }
        }
        return counts;
    }

    private static HorizonTrial.Ahead ahead(List<TrialCount> counts, int periods, double within) {
        return new HorizonTrial(counts, NEVER, periods).ahead(within);
    }

    /** 600 outcomes tell a variance to 6 %, and what it would be is known as well. */
    @Test
    void whatOnePeriodHasAloneAveragesOutOverThree() {
        assertThat(ahead(counts(0.03, 1), 3, 0.03).drift()).isZero();
        assertThat(ahead(counts(0.03, 1), 3, 0.03).within()).isCloseTo(0.01, within(0.002));
        assertThat(ahead(counts(0.03, 1), 3, 0.01).drift()).isLessThan(0.01);
    }

    /**
     * Its variance on the logit is the rate's by the square of the slope there, 0.03 ÷ (0.2 × 0.8) = 0.19, of which independent
     * periods would have a third; what is expected is the mean of two or three earlier runs, whose variance comes on top.
     */
    @Test
    void whatLastsForThreePeriodsIsDrift() {
        assertThat(ahead(counts(0.03, 3), 3, 0.01).drift()).isBetween(0.19 * 2 / 3, 0.19 * 3 / 2);
    }

    @Test
    void aLevelOfAllIsNotWhatSuppliersDifferBy() {
        List<TrialCount> counts = counts(1e-6, 1).stream()
                .map(count -> count.periodsAgo() == 0
                        ? new TrialCount(count.supplierId(), count.stratum(), 0, DUE, 2 * count.events(), 0)
                        : count)
                .toList();

        // Twice the parcels of a binomial have twice its variance: of the logit, one part in 400 ÷ (0.4 × 0.6).
        assertThat(ahead(counts, 1, 0).drift()).isLessThan(2 / (DUE * 0.4 * 0.6));
    }

    @Test
    void onePeriodOfHistoryIsNoTrial() {
        List<TrialCount> newest = counts(0.03, 1).stream()
                .filter(count -> count.periodsAgo() == 0)
                .toList();

        assertThat(ahead(newest, 3, 0.5)).isEqualTo(new HorizonTrial.Ahead(0, 0.5));
    }
}
