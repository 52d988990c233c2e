/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.change;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Looks for one change of level in weekly counts. A week's residual is its events less what is normal for it, {@code r = k −
 * m e}, with the supplier's own level {@code m = Σ k ÷ Σ e}; the statistic is the largest {@code |Σ r since the week| ÷
 * √(V before × V since ÷ V)} over all weeks, V being binomial variances. What chance alone would show is found by shuffling
 * the weeks: J. Antoch, M. Hušková, Permutation tests in change point analysis, Statistics and Probability Letters 53
 * (2001), 37–46. That holds however much the parcels of one week go together, for they are shuffled together.
 */
final class ChangePoint {
    /** With fewer weeks, events or non-events no change can be told from chance. */
    static final int LEAST_WEEKS = 8;

    static final int LEAST_EVENTS = 5;

    private static final int LEAST_ON_EITHER_SIDE = 2;
    private static final int SHUFFLES = 999;
    /**
     * Fall of z² from its greatest that holds the true week in 90 %: beyond it the log-likelihood falls like a Brownian
     * motion with drift −½ on either side, whose greatest rise is exponential, so that {@code (1 − e^(−x ÷ 2))² = 0.9}. D.
     * Siegmund, Confidence sets in change-point problems, International Statistical Review 56 (1988), 31–48.
     */
    private static final double REGION = -2 * Math.log(1 - Math.sqrt(0.9));

    private final double[] residuals;
    private final double[] variances;

    private ChangePoint(double[] residuals, double[] variances) {
        this.residuals = residuals;
        this.variances = variances;
    }

    /**
     * @param weeks oldest first, each with a trial and something expected
     * @param seed of the shuffles: the same weeks give the same answer
     * @return empty where there is too little to tell
     */
    static Optional<Change> of(List<Week> weeks, long seed) {
        if (weeks.size() < LEAST_WEEKS) {
            return Optional.empty();
        }
        Week all = Week.together(weeks);
        if (Math.min(all.events(), all.trials() - all.events()) < LEAST_EVENTS) {
            return Optional.empty();
        }
        double level = all.events() / all.expected();
        ChangePoint series = new ChangePoint(new double[weeks.size()], new double[weeks.size()]);
        for (int i = 0; i < weeks.size(); i++) {
            Week week = weeks.get(i);
            double rate = Math.min(level * week.expected() / week.trials(), 1);
            series.residuals[i] = week.events() - level * week.expected();
            series.variances[i] = week.trials() * rate * (1 - rate);
        }
        return Optional.of(series.change(weeks, seed));
    }

    private Change change(List<Week> weeks, long seed) {
        double[] squares = squares();
        int since = largest(squares);
        int earliest = since;
        int latest = since;
        double region = REGION * dispersion(since);
        for (int week = 0; week < squares.length; week++) {
            if (squares[week] >= squares[since] - region) {
                earliest = Math.min(earliest, week);
                latest = Math.max(latest, week);
            }
        }
        return new Change(
                Week.together(weeks.subList(0, since)),
                Week.together(weeks.subList(since, weeks.size())),
                weeks.get(earliest).start(),
                weeks.get(latest).start(),
                byChance(squares[since], new SplittableRandom(seed)));
    }

    /** z² of a change at each week; negative where too few weeks are on a side. */
    private double[] squares() {
        double variance = 0;
        for (double one : variances) {
            variance += one;
        }
        double[] squares = new double[residuals.length];
        double residualSince = 0;
        double varianceSince = 0;
        for (int week = residuals.length - 1; week >= 0; week--) {
            residualSince += residuals[week];
            varianceSince += variances[week];
            boolean enough = week >= LEAST_ON_EITHER_SIDE && residuals.length - week >= LEAST_ON_EITHER_SIDE;
            double spread = varianceSince * (variance - varianceSince) / variance;
            squares[week] = !enough ? -1 : spread > 0 ? residualSince * residualSince / spread : 0;
        }
        return squares;
    }

    /** How much more weeks differ than independent parcels would, with a level before and one since: Pearson's χ² ÷ n. */
    private double dispersion(int since) {
        double squares = 0;
        for (int[] side : new int[][] {{0, since}, {since, residuals.length}}) {
            double residual = 0;
            double variance = 0;
            for (int week = side[0]; week < side[1]; week++) {
                residual += residuals[week];
                variance += variances[week];
            }
            for (int week = side[0]; week < side[1]; week++) {
                double own = residuals[week] - variances[week] * (variance > 0 ? residual / variance : 0);
                squares += variances[week] > 0 ? own * own / variances[week] : 0;
            }
        }
        return Math.max(1, squares / (residuals.length - 2));
    }

    private static int largest(double[] squares) {
        int largest = LEAST_ON_EITHER_SIDE;
        for (int week = largest + 1; week < squares.length; week++) {
            largest = squares[week] > squares[largest] ? week : largest;
        }
        return largest;
    }

    private double byChance(double found, SplittableRandom random) {
        ChangePoint shuffled = new ChangePoint(residuals.clone(), variances.clone());
        int atLeast = 0;
        for (int i = 0; i < SHUFFLES; i++) {
            shuffled.shuffle(random);
            double[] squares = shuffled.squares();
            atLeast += squares[largest(squares)] >= found ? 1 : 0;
        }
        return (1.0 + atLeast) / (1 + SHUFFLES);
    }

    private void shuffle(SplittableRandom random) {
        for (int i = residuals.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            swap(residuals, i, other);
            swap(variances, i, other);
        }
    }

    private static void swap(double[] values, int one, int other) {
        double value = values[one];
        values[one] = values[other];
        values[other] = value;
    }
}
