/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.api.Test;

class CrossedEffectsTest {
    private static final Variances VARIANCES = new Variances(0.7, 0.4, 0.1, 0);

    private static List<TrialCount> counts() {
        Random random = new Random(7);
        List<TrialCount> counts = new ArrayList<>();
        for (int supplier = 0; supplier < 6; supplier++) {
            for (int lane = 0; lane < 3; lane++) {
                for (int period = 0; period < 2; period++) {
                    int due = random.nextInt(20);
                    counts.add(new TrialCount("s" + supplier, "l" + lane, period, due, random.nextInt(due + 1) / 2, 0));
                }
            }
        }
        return counts;
    }

    private static CrossedEffects fit(Evidence evidence, double share, Variances variances) {
        double[] shares = new double[evidence.size()];
        Arrays.fill(shares, share);
        return new CrossedEffects(
                        evidence,
                        shares,
                        variances,
                        new double[CrossedEffects.sharedSize(evidence)],
                        new double[evidence.suppliers.size()])
                .fit();
    }

    /** One dense matrix of everything, by the textbook: intercept, lanes, periods, suppliers. */
    private record Dense(RealVector mode, RealMatrix covariance) {
        static Dense of(Evidence evidence, double share) {
            int shared = CrossedEffects.sharedSize(evidence);
            int size = shared + evidence.suppliers.size();
            RealVector mode = new ArrayRealVector(size);
            RealMatrix covariance = new Array2DRowRealMatrix(size, size);
            for (int step = 0; step < 100; step++) {
                RealMatrix curvature = new Array2DRowRealMatrix(size, size);
                RealVector gradient = new ArrayRealVector(size);
                for (int k = 0; k < size; k++) {
                    double precision = k == 0 ? 0.01 : k <= 3 ? 1 / 0.4 : k < shared ? 1 / 0.1 : 1 / 0.7;
                    curvature.setEntry(k, k, precision);
                    gradient.setEntry(k, -precision * mode.getEntry(k));
                }
                for (int i = 0; i < evidence.size(); i++) {
                    TrialCount count = evidence.counts.get(i);
                    double[] row = new double[size];
                    row[0] = 1;
                    row[1 + Integer.parseInt(count.stratum().substring(1))] = 1;
                    row[4 + count.periodsAgo()] = 1;
                    row[shared + Integer.parseInt(count.supplierId().substring(1))] = 1;
                    RealVector effects = new ArrayRealVector(row);
                    double probability = 1 / (1 + Math.exp(-effects.dotProduct(mode)));
                    gradient =
                            gradient.add(effects.mapMultiply(share * (count.events() - count.trials() * probability)));
                    curvature = curvature.add(effects.outerProduct(effects)
                            .scalarMultiply(share * count.trials() * probability * (1 - probability)));
                }
                covariance = new LUDecomposition(curvature).getSolver().getInverse();
                mode = mode.add(covariance.operate(gradient));
            }
            return new Dense(mode, covariance);
        }
    }

    @Test
    void theModeIsTheOneOfTheWholeDenseProblem() {
        Evidence evidence = new Evidence(counts());

        CrossedEffects effects = fit(evidence, 0.8, VARIANCES);

        Dense dense = Dense.of(evidence, 0.8);
        // Newton stops when no effect changes by 1e-6, and halves that again and again on its way.
        for (int k = 0; k < effects.shared.length; k++) {
            assertThat(effects.shared[k]).isCloseTo(dense.mode().getEntry(k), within(1e-6));
        }
        for (int s = 0; s < effects.suppliers.length; s++) {
            assertThat(effects.suppliers[s]).isCloseTo(dense.mode().getEntry(effects.shared.length + s), within(1e-6));
        }
    }

    @Test
    void variancesAreThoseOfTheWholeDenseCurvature() {
        Evidence evidence = new Evidence(counts());

        CrossedEffects effects = fit(evidence, 1, VARIANCES);

        Dense dense = Dense.of(evidence, 1);
        double[] mix = {1, 0.25, 0, 0.75, 0, 0};
        double[] whole = Arrays.copyOf(mix, 12);
        whole[6 + 2] = 1;
        RealVector row = new ArrayRealVector(whole);
        assertThat(effects.variance(2, mix))
                .isCloseTo(dense.covariance().operate(row).dotProduct(row), within(1e-6));
        assertThat(effects.variance(1)).isCloseTo(dense.covariance().getEntry(1, 1), within(1e-6));
    }

    @Test
    void withAlmostNoPriorTheRatesAreTheCountedOnes() {
        Evidence evidence =
                new Evidence(List.of(new TrialCount("a", "x", 0, 40, 10, 0), new TrialCount("b", "x", 0, 50, 5, 0)));

        CrossedEffects effects = fit(evidence, 1, new Variances(1e6, 1e-6, 1e-6, 0));

        assertThat(effects.probability(0)).isCloseTo(0.25, within(1e-4));
        assertThat(effects.probability(1)).isCloseTo(0.1, within(1e-4));
    }

    @Test
    void aMarketplaceWithoutALateParcelHasAMode() {
        Evidence evidence = new Evidence(List.of(new TrialCount("a", "x", 0, 1_000_000, 0, 0)));

        assertThat(fit(evidence, 1, VARIANCES).probability(0)).isBetween(0.0, 1e-4);
    }
}
