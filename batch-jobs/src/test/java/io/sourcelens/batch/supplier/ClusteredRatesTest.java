/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.supplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Intervals of the scorecard against a truth that was planted and shares none of the estimator's assumptions. */
class ClusteredRatesTest {
    private static final int SUPPLIERS = 300;
    private static final int CATEGORIES = 5;
    private static final int DAYS = 90;

    private record Planted(SupplierCount count, double truth) {}

    private static double logistic(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    /**
     * A supplier's logit is normal, not Beta; it drifts over the window; each day is good or bad as a whole; volumes spread over
     * three orders of magnitude.
     */
    private static Planted planted(String category, int number, double mean, Random random) {
        double logit = mean + 0.7 * random.nextGaussian();
        double drift = 0.5 * random.nextGaussian();
        double perDay = Math.exp(1.5 + 1.2 * random.nextGaussian());
        double expected = 0;
        long[] sums = new long[6];
        for (int day = 0; day < DAYS; day++) {
            double ofDay = logit + drift * (day / (double) DAYS - 0.5);
            // One day in eight goes wrong.
            boolean bad = random.nextInt(8) == 0;
            double rate = bad ? 0.3 + 0.7 * logistic(ofDay) : logistic(ofDay);
            long trials = poisson(perDay, random);
            long events = random.doubles(trials).filter(one -> one < rate).count();
            expected += (logistic(ofDay) * 7 + 0.3 + 0.7 * logistic(ofDay)) / 8;
            long[] more = {trials, events, trials * trials, trials * trials * trials, events * events, events * trials};
            for (int i = 0; i < sums.length; i++) {
                sums[i] += more[i];
            }
        }
        DayClusters clusters = new DayClusters(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5]);
        return new Planted(
                new SupplierCount(
                        "m", "s" + number, category, DAYS, sums[0], sums[1], 0, 0, 0, 0, 0, clusters, clusters),
                expected / DAYS);
    }

    private static long poisson(double mean, Random random) {
        long events = -1;
        for (double left = 1; left > Math.exp(-mean); left *= random.nextDouble()) {
            events++;
        }
        return Math.max(events, 0);
    }

    @Test
    void ninetyOfAHundredIntervalsHoldThePlantedRate() {
        Random random = new Random(11);
        int cells = 0;
        int held = 0;
        int heldIfIndependent = 0;
        for (int category = 0; category < CATEGORIES; category++) {
            List<Planted> all = new ArrayList<>();
            for (int supplier = 0; supplier < SUPPLIERS; supplier++) {
                all.add(planted("c" + category, supplier, -3 + 0.5 * category, random));
            }
            List<SupplierCount> peers = all.stream()
                    .map(Planted::count)
                    .filter(count -> count.parcelsDue() > 0)
                    .toList();
            ClusteredRates rates = ClusteredRates.of(peers, SupplierCount::parcels, SupplierCount::lateDispatch);
            BetaPrior independent = BetaPrior.fit(
                    peers.stream().map(SupplierCount::lateDispatch).toList());
            for (Planted one : all) {
                if (one.count().parcelsDue() > 0) {
                    cells++;
                    held += holds(rates.estimate(one.count()), one.truth());
                    heldIfIndependent += holds(independent.posterior(one.count().lateDispatch()), one.truth());
                }
            }
        }

        System.out.printf(
                "of %d cells %.1f %% of the 90 %% intervals hold the planted rate; %.1f %% if parcels were taken as independent%n",
                cells, 100.0 * held / cells, 100.0 * heldIfIndependent / cells);
        assertThat(cells).isGreaterThan(1_000);
        assertThat((double) held / cells).isCloseTo(0.90, within(0.02));
        assertThat((double) heldIfIndependent / cells).isLessThan(0.85);
    }

    private static int holds(BetaPrior.Estimate interval, double truth) {
        return interval.low() <= truth && truth <= interval.high() ? 1 : 0;
    }

    @Test
    void theCorrelationIsThatOfTheDays() {
        // Ten suppliers of 400 days with 5 parcels each: on one day in five all are late, else none.
        Random random = new Random(3);
        List<DayClusters> together = new ArrayList<>();
        List<DayClusters> alone = new ArrayList<>();
        for (int supplier = 0; supplier < 10; supplier++) {
            together.add(days(400, 5, () -> random.nextInt(5) == 0 ? 5 : 0));
            alone.add(days(
                    400, 5, () -> random.doubles(5).filter(one -> one < 0.2).count()));
        }

        assertThat(DayClusters.correlation(together)).isCloseTo(1, within(1e-9));
        // Two standard errors of a correlation of 0 among 4,000 days of 5: √(2 ÷ (4,000 × 5 × 4)) = 0.005.
        assertThat(DayClusters.correlation(alone)).isCloseTo(0, within(0.01));
        assertThat(together.get(0).independent(new BetaPrior.Count(400, 2_000), 1))
                .isEqualTo(new BetaPrior.Count(80, 400));
        assertThat(DayClusters.correlation(List.of())).isZero();
    }

    private interface Events {
        long next();
    }

    private static DayClusters days(int count, long trials, Events events) {
        long[] sums = new long[3];
        for (int day = 0; day < count; day++) {
            long of = events.next();
            sums[0] += of;
            sums[1] += of * of;
            sums[2] += of * trials;
        }
        return new DayClusters(
                count * trials, sums[0], count * trials * trials, count * trials * trials * trials, sums[1], sums[2]);
    }
}
