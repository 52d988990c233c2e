/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.sourcelens.batch.supplier.BetaPrior;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Whether tiers say anything of what comes: suppliers with planted rates, which are normal in their logits and not Beta, drift
 * before the future, and have from a few parcels to thousands.
 */
class PlantedTiersTest {
    private static final int SUPPLIERS = 2_000;
    private static final ScoreRules RULES = ScoreRules.of(Map.of());

    /** Centres of the logits of late dispatch, defects, cancellations and parcels that are not tracked: 8, 4, 1 and 3 %. */
    private static final double[] CENTRES = {-2.4, -3.2, -4.6, -3.5};

    private static final Component[] COMPONENTS = {
        Component.LATE_DISPATCH, Component.DEFECT, Component.NO_STOCK_CANCEL, Component.VALID_TRACKING
    };

    private record Planted(long trials, double[] logits, BetaPrior.Count[] counts) {}

    private static final class Future {
        private int suppliers;
        private double late;
        private long parcels;
    }

    private static double logistic(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    private static Planted planted(Random random) {
        double quality = random.nextGaussian();
        long trials = Math.round(Math.exp(4.5 + 1.3 * random.nextGaussian()));
        double[] logits = new double[CENTRES.length];
        BetaPrior.Count[] counts = new BetaPrior.Count[CENTRES.length];
        for (int i = 0; i < CENTRES.length; i++) {
            logits[i] = CENTRES[i] + 0.8 * quality + 0.6 * random.nextGaussian();
            double rate = logistic(logits[i]);
            counts[i] = new BetaPrior.Count(
                    random.doubles(trials).filter(one -> one < rate).count(), trials);
        }
        return new Planted(trials, logits, counts);
    }

    private static Figure figure(Component component, BetaPrior.Estimate bad, long trials) {
        return component == Component.VALID_TRACKING
                ? new Figure(component, 1 - bad.mean(), 1 - bad.high(), 1 - bad.low(), trials, null, null)
                : new Figure(component, bad.mean(), bad.low(), bad.high(), trials, null, null);
    }

    /** Of the rates themselves. */
    private static double score(double[] logits) {
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < COMPONENTS.length; i++) {
            double rate = logistic(logits[i]);
            figures.add(figure(COMPONENTS[i], new BetaPrior.Estimate(rate, rate, rate), Long.MAX_VALUE));
        }
        return new SupplierScore(Points.of(figures, RULES), RULES).score();
    }

    /** Whether any rate is at the worse end of its component's scale. */
    private static boolean fails(double[] logits) {
        return logistic(logits[0]) >= 0.25
                || logistic(logits[1]) >= 0.10
                || logistic(logits[2]) >= 0.05
                || logistic(logits[3]) >= 0.20;
    }

    @Test
    void theFutureOfATierIsWorseThanThatOfTheOneAbove() {
        Random random = new Random(5);
        List<Planted> suppliers = new ArrayList<>();
        for (int i = 0; i < SUPPLIERS; i++) {
            suppliers.add(planted(random));
        }
        List<BetaPrior> priors = new ArrayList<>();
        for (int i = 0; i < COMPONENTS.length; i++) {
            int component = i;
            priors.add(BetaPrior.fit(
                    suppliers.stream().map(one -> one.counts()[component]).toList()));
        }
        Map<String, Future> tiers = new TreeMap<>();
        int atTheEnds = 0;
        int wronglyThere = 0;
        for (Planted one : suppliers) {
            List<Figure> figures = new ArrayList<>();
            for (int i = 0; i < COMPONENTS.length; i++) {
                figures.add(figure(COMPONENTS[i], priors.get(i).posterior(one.counts()[i]), one.trials()));
            }
            String tier = new SupplierScore(Points.of(figures, RULES), RULES).tier();
            Future future = tiers.computeIfAbsent(tier, any -> new Future());
            future.suppliers++;
            future.parcels += one.trials();
            future.late += logistic(one.logits()[0] + 0.3 * random.nextGaussian());
            double truth = score(one.logits());
            atTheEnds += List.of("A", "D").contains(tier) ? 1 : 0;
            boolean bad = truth < RULES.tierD() || fails(one.logits());
            wronglyThere += tier.equals("A") && truth < RULES.tierA() || tier.equals("D") && !bad ? 1 : 0;
            if (one.trials() < RULES.leastEvidence()) {
                assertThat(tier).isEqualTo("unrated");
            }
        }

        tiers.forEach((tier, future) -> System.out.printf(
                "tier %s: %d suppliers, %.1f %% late afterwards (mean of suppliers)%n",
                tier, future.suppliers, 100 * future.late / future.suppliers));
        System.out.printf("of %d suppliers in A or D %d are not that good or bad in truth%n", atTheEnds, wronglyThere);
        assertThat(tiers.keySet()).containsExactly("A", "B", "C", "D", "unrated");
        assertThat(tiers.values())
                .allSatisfy(future -> assertThat(future.suppliers)
                        .as("a mean of fewer says little")
                        .isGreaterThan(30));
        assertThat(List.of("A", "B", "C", "D"))
                .extracting(tier -> tiers.get(tier).late / tiers.get(tier).suppliers)
                .isSorted()
                .doesNotHaveDuplicates();
        // Each end of a 90 % interval is beyond the truth of 5 %; these are those of which it would have mattered.
        assertThat(wronglyThere).isLessThan(atTheEnds / 20);
    }
}
