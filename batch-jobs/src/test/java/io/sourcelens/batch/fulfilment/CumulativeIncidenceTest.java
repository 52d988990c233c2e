/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sourcelens.batch.fulfilment.FollowUp.Ending;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CumulativeIncidenceTest {
    /** Weeks of remission under 6-MP; + is censored: E. J. Freireich et al., Blood 21 (1963), 699–716. */
    private static final String REMISSIONS = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+";

    private static List<FollowUp> parse(String times) {
        List<FollowUp> parcels = new ArrayList<>();
        for (String time : times.split(" ")) {
            Ending ending = time.endsWith("+") ? Ending.OPEN : time.endsWith("x") ? Ending.CANCELLED : Ending.EVENT;
            parcels.add(new FollowUp(Double.parseDouble(time.replaceAll("[+x]", "")), ending, parcels.size()));
        }
        return parcels;
    }

    /** Table 1.1 and its Greenwood errors in D. G. Kleinbaum, M. Klein, Survival Analysis; R's survfit prints the same. */
    @Test
    void remissionsOfFreireichAreAsPublished() {
        CumulativeIncidence remissions = CumulativeIncidence.of(parse(REMISSIONS));
        double[] weeks = {6, 7, 10, 13, 16, 22, 23};
        double[] survival = {0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448};
        double[] errors = {0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346};
        for (int i = 0; i < weeks.length; i++) {
            Estimate estimate = remissions.by(weeks[i]);
            double rest = survival[i];
            double spread = Estimate.Z * errors[i] / (rest * -Math.log(rest));
            // Published to three digits.
            assertThat(1 - estimate.value()).isCloseTo(rest, within(0.0006));
            assertThat(1 - estimate.high()).isCloseTo(Math.pow(rest, Math.exp(spread)), within(0.002));
            assertThat(1 - estimate.low()).isCloseTo(Math.pow(rest, Math.exp(-spread)), within(0.002));
        }
    }

    @Test
    void aMedianIsTheFirstTimeThatHalfHaveReachedAndItsUpperEndMayBeUnknown() {
        CumulativeIncidence remissions = CumulativeIncidence.of(parse(REMISSIONS));

        assertThat(remissions.quantile(0.5)).isEqualTo(new Estimate(23.0, 13.0, null));
        assertThat(remissions.quantile(0.9).value()).isNull();
        assertThat(remissions.quantile(0.9).high()).isNull();
        assertThat(remissions.by(36)).isEqualTo(Estimate.UNKNOWN);
    }

    @Test
    void cancellationsCompeteAndDoNotMakeDispatchesOutOfNothing() {
        // By hand: 1/5, then 4/5 × 1/4, then 2/5 × 1/2 with one cancelled between.
        CumulativeIncidence dispatch = CumulativeIncidence.of(parse("1 2 3x 4 5+"));

        assertThat(dispatch.by(1).value()).isCloseTo(0.2, within(1e-12));
        assertThat(dispatch.by(3).value()).isCloseTo(0.4, within(1e-12));
        assertThat(dispatch.by(4.5).value()).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void withoutCensoringItIsTheShareCountedAndItsVarianceThatOfAShare() {
        List<FollowUp> parcels = parse("1 2 2x 3 3 4x 6 7 8 9");
        CumulativeIncidence dispatch = CumulativeIncidence.of(parcels);
        double share = 0.4;
        double spread = Estimate.Z * Math.sqrt(share * (1 - share) / 10) / (0.6 * -Math.log(0.6));

        assertThat(dispatch.by(5).value()).isCloseTo(share, within(1e-12));
        assertThat(dispatch.by(5).low()).isCloseTo(1 - Math.pow(0.6, Math.exp(-spread)), within(1e-9));
    }

    @Test
    void theVarianceWithCompetingRisksAndCensoringIsThatOfRepeatedSamples() {
        Random random = new Random(5);
        List<Double> estimates = new ArrayList<>();
        List<Double> widths = new ArrayList<>();
        for (int sample = 0; sample < 400; sample++) {
            List<FollowUp> parcels = IntStream.range(0, 150)
                    .mapToObj(i -> {
                        double dispatched = Math.exp(3 + 0.8 * random.nextGaussian());
                        double cancelled = random.nextDouble() * 150;
                        double known = random.nextDouble() * 80;
                        return ending(dispatched, cancelled, known, i);
                    })
                    .toList();
            Estimate estimate = CumulativeIncidence.of(parcels).by(24);
            estimates.add(estimate.value());
            widths.add((estimate.high() - estimate.low()) / (2 * Estimate.Z));
        }
        double mean = mean(estimates);
        double error = Math.sqrt(mean(
                estimates.stream().map(value -> (value - mean) * (value - mean)).toList()));
        // 400 samples know a standard deviation to 3.5 %; a design effect is never below 1 and adds some.
        assertThat(mean(widths) / error).isBetween(0.93, 1.15);
    }

    private static FollowUp ending(double dispatched, double cancelled, double known, long cluster) {
        double first = Math.min(dispatched, Math.min(cancelled, known));
        Ending ending = first == known ? Ending.OPEN : first == cancelled ? Ending.CANCELLED : Ending.EVENT;
        return new FollowUp(first, ending, cluster);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(value -> value).average().orElseThrow();
    }

    @Test
    void theOrderOfArrivalChangesNothing() {
        List<FollowUp> parcels = parse("5 3 4x 9+ 3 12 12x 7+ 1 1 6");
        List<FollowUp> shuffled = new ArrayList<>(parcels);
        Collections.shuffle(shuffled, new Random(1));

        assertThat(CumulativeIncidence.of(shuffled).by(6))
                .isEqualTo(CumulativeIncidence.of(parcels).by(6));
    }

    @Test
    void edgesHaveAnIntervalAndNobodyHasNoFigure() {
        Estimate none = CumulativeIncidence.of(parse("30 31 32+")).by(24);
        assertThat(none.value()).isZero();
        assertThat(none.high()).isCloseTo(1 - Math.cbrt(0.05), within(1e-9));
        Estimate all = CumulativeIncidence.of(parse("3 3 4")).by(24);
        assertThat(all).extracting(Estimate::value, Estimate::high).containsExactly(1.0, 1.0);
        assertThat(CumulativeIncidence.of(List.of()).by(24)).isEqualTo(Estimate.UNKNOWN);
        assertThat(CumulativeIncidence.of(List.of()).quantile(0.5)).isEqualTo(Estimate.UNKNOWN);
    }

    @Test
    void intervalsHoldTheTruthThoughParcelsOfADayGoTogether() {
        // Of 130 cells of a measure the share is known to 2.6 points: the goals' 88 to 92 % take more worlds.
        assertThat(new FulfilmentCoverage(400).of(1))
                .filteredOn(finding -> finding.unit().equals("%"))
                .hasSize(5)
                .allSatisfy(finding ->
                        assertThat(finding.value()).as(finding.name()).isBetween(88.0, 92.0));
    }
}
