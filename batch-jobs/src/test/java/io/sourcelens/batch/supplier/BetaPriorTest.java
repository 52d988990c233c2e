/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.supplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sourcelens.batch.supplier.BetaPrior.Count;
import io.sourcelens.batch.supplier.BetaPrior.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

class BetaPriorTest {
    @Test
    void fitsMomentsByHandForEqualTrials() {
        // Rates 0.1, 0.2, 0.3, 0.4 of 10 each: mean 0.25, weighted spread 0.5; with equal weights Kleinman's moments
        // are
        // rho = (0.5 − 0.1875 × 3) ÷ (0.1875 × (30 − 3)) < 0: no more spread than chance, so all trials' strength.
        BetaPrior prior =
                BetaPrior.fit(List.of(new Count(1, 10), new Count(2, 10), new Count(3, 10), new Count(4, 10)));

        assertThat(prior.alpha()).isCloseTo(10, within(1e-9));
        assertThat(prior.beta()).isCloseTo(30, within(1e-9));
    }

    @Test
    void fitsOverdispersionByHandForEqualTrials() {
        // Rates 0.1 and 0.9 of 10 each: mean 0.5, spread 3.2, rho = (3.2 − 0.25) ÷ (0.25 × (10 − 1)) > 0.5, kept at
        // 0.5.
        BetaPrior extreme = BetaPrior.fit(List.of(new Count(1, 10), new Count(9, 10)));
        assertThat(extreme.alpha() + extreme.beta()).isCloseTo(1, within(1e-9));

        // Rates 0.2, 0.2, 0.6, 0.6 of 100 each: mean 0.4, spread 16, rho = (16 − 0.72) ÷ (0.24 × 297).
        double rho = (16 - 0.72) / (0.24 * 297);
        BetaPrior prior =
                BetaPrior.fit(List.of(new Count(20, 100), new Count(20, 100), new Count(60, 100), new Count(60, 100)));
        assertThat(prior.alpha()).isCloseTo(0.4 * (1 / rho - 1), within(1e-6));
        assertThat(prior.beta()).isCloseTo(0.6 * (1 / rho - 1), within(1e-6));
    }

    @Test
    void findsThePriorThatCountsWereDrawnFrom() {
        BetaDistribution truth = new BetaDistribution(new Well19937c(7), 4, 36);
        Random random = new Random(7);
        List<Count> counts = new ArrayList<>();
        for (int supplier = 0; supplier < 2000; supplier++) {
            double rate = truth.sample();
            int trials = 5 + random.nextInt(200);
            int events =
                    (int) random.doubles(trials).filter(draw -> draw < rate).count();
            counts.add(new Count(events, trials));
        }

        BetaPrior prior = BetaPrior.fit(counts);

        assertThat(prior.alpha() / (prior.alpha() + prior.beta())).isCloseTo(0.1, within(0.005));
        assertThat(prior.alpha() + prior.beta()).isCloseTo(40, within(6.0));
    }

    @Test
    void knowsNothingOfTheSpreadOfOneSupplier() {
        assertThat(BetaPrior.fit(List.of(new Count(3, 10), new Count(0, 0)))).isEqualTo(BetaPrior.JEFFREYS);
    }

    @Test
    void aCategoryWithoutAnyEventStillHasAPrior() {
        BetaPrior prior = BetaPrior.fit(List.of(new Count(0, 10), new Count(0, 30)));

        assertThat(prior.alpha()).isPositive();
        assertThat(prior.posterior(new Count(0, 10)).high()).isLessThan(0.1);
    }

    @Test
    void posteriorHasItsReferenceValues() {
        // Beta(3, 9): mean 0.25; 5 % and 95 % quantiles 0.0788 and 0.4701 (tables of the Beta distribution).
        Estimate estimate = new BetaPrior(2, 8).posterior(new Count(1, 2));

        assertThat(estimate.mean()).isCloseTo(0.25, within(1e-12));
        assertThat(estimate.low()).isCloseTo(0.0788, within(5e-4));
        assertThat(estimate.high()).isCloseTo(0.4701, within(5e-4));
    }

    @Test
    void fewOrdersAreShrunkMoreThanMany() {
        BetaPrior prior = new BetaPrior(2, 18);

        assertThat(prior.posterior(new Count(3, 6)).mean()).isLessThan(0.2);
        assertThat(prior.posterior(new Count(300, 600)).mean()).isGreaterThan(0.45);
    }
}
