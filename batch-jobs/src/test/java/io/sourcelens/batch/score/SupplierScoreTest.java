/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scores of figures that can be added up by hand, with the released weights and scale. */
class SupplierScoreTest {
    /** Sums of a few doubles. */
    private static final Offset<Double> ROUNDING = within(1e-9);

    private static final ScoreRules RULES = ScoreRules.of(Map.of());

    private static Figure figure(
            Component component, double estimate, @Nullable Double low, @Nullable Double high, long evidence) {
        return new Figure(component, estimate, low, high, evidence, null, null);
    }

    /** Late dispatch 5 % of 25, no worse than peers, 2 % defects of 10, 0.5 % cancelled of 5, 98 % of 80 to 100 % tracked. */
    private static List<Figure> known(long evidence) {
        return List.of(
                figure(Component.LATE_DISPATCH, 0.05, 0.025, 0.10, evidence),
                figure(Component.LATE_TRANSIT, -0.01, -0.05, 0.04, evidence),
                figure(Component.DEFECT, 0.02, 0.01, 0.04, evidence),
                figure(Component.NO_STOCK_CANCEL, 0.005, 0.0, 0.01, evidence),
                figure(Component.VALID_TRACKING, 0.98, 0.96, 1.0, evidence));
    }

    private static SupplierScore score(List<Figure> figures) {
        return new SupplierScore(Points.of(figures, RULES), RULES);
    }

    @Test
    void aScoreIsTheSumOfItsPoints() {
        SupplierScore score = score(known(100));

        assertThat(score.points().stream().mapToDouble(Points::points).toArray())
                .containsExactly(new double[] {28, 15, 20, 13.5, 9}, ROUNDING);
        assertThat(score.score()).isCloseTo(85.5, ROUNDING);
        assertThat(score.costliest().orElseThrow().figure().component()).isEqualTo(Component.LATE_DISPATCH);
        assertThat(score.costliest().orElseThrow().lost()).isCloseTo(7, ROUNDING);
        assertThat(score.weightKnown()).isCloseTo(1, ROUNDING);
    }

    @Test
    void figuresOfTheSameParcelsErrTogetherAndThoseOfLinesByThemselves() {
        SupplierScore score = score(known(100));

        // Parcels may cost 7 + 3 + 1 more, lines 5 + 1.5; they may give 3.5 + 0 + 1 and 2.5 + 1.5.
        assertThat(score.low()).isCloseTo(85.5 - Math.hypot(11, 6.5), ROUNDING);
        assertThat(score.high()).isCloseTo(85.5 + Math.hypot(4.5, 4), ROUNDING);
    }

    @Test
    void whatIsNotKnownIsNeitherFullMarksNorNone() {
        List<Figure> figures = new ArrayList<>(known(100));
        figures.set(1, Figure.unknown(Component.LATE_TRANSIT, "no_lane"));
        figures.set(2, Figure.unknown(Component.DEFECT, "no_cases"));

        SupplierScore score = score(figures);

        // 28 of 35, 13.5 of 15 and 9 of 10: 50.5 of 60.
        assertThat(score.weightKnown()).isCloseTo(0.6, ROUNDING);
        assertThat(score.score()).isCloseTo(100 * 50.5 / 60, ROUNDING);
    }

    @Test
    void withLessThanHalfOfTheWeightThereIsNoScore() {
        SupplierScore score = score(List.of(figure(Component.LATE_DISPATCH, 0.05, 0.02, 0.1, 900)));

        assertThat(score.score()).isNull();
        assertThat(score.low()).isNull();
        assertThat(score.tier()).isEqualTo("unrated");
        assertThat(score.reasonIfUnrated()).isEqualTo("little_known");
    }

    @Test
    void withFewOrdersAScoreHasNoTier() {
        SupplierScore score = score(known(19));

        assertThat(score.score()).isCloseTo(85.5, ROUNDING);
        assertThat(score.tier()).isEqualTo("unrated");
        assertThat(score.reasonIfUnrated()).isEqualTo("little_evidence");
        assertThat(score.weightSupported()).isZero();
        assertThat(score(known(20)).tier()).isEqualTo("B");
    }

    @Test
    void aTierNeedsTheEndOfTheIntervalThatSpeaksAgainstIt() {
        assertThat(tier(0.01, 0.005, 0.02)).as("certainly good").isEqualTo("A");
        assertThat(tier(0.01, 0.0, 0.08)).as("good by luck, perhaps").isEqualTo("B");
        assertThat(tier(0.01, null, null)).as("no interval").isEqualTo("C");
        assertThat(tier(0.24, 0.01, 0.4)).as("bad by bad luck, perhaps").isEqualTo("C");
        assertThat(tier(0.24, 0.2, 0.4)).as("certainly bad").isEqualTo("D");
    }

    @Test
    void whatIsCertainlyWorstInOneComponentIsInTheLastTierHoweverGoodItsOthersAre() {
        List<Figure> figures = new ArrayList<>(known(100));
        figures.set(3, figure(Component.NO_STOCK_CANCEL, 0.07, 0.051, 0.09, 100));
        assertThat(score(figures).score()).isGreaterThan(70);
        assertThat(score(figures).tier()).isEqualTo("D");

        figures.set(3, figure(Component.NO_STOCK_CANCEL, 0.07, 0.049, 0.09, 100));
        assertThat(score(figures).tier()).as("perhaps not").isEqualTo("C");
        figures.set(3, figure(Component.NO_STOCK_CANCEL, 0.07, 0.051, 0.09, 19));
        assertThat(score(figures).tier()).as("too few lines").isEqualTo("C");
    }

    /** Of a supplier that is as bad at defects as at dispatch, and of whom nothing else is known. */
    private static String tier(double late, @Nullable Double low, @Nullable Double high) {
        return score(List.of(
                        figure(Component.LATE_DISPATCH, late, low, high, 500),
                        figure(
                                Component.DEFECT,
                                late / 2.5,
                                low == null ? null : low / 2.5,
                                high == null ? null : high / 2.5,
                                500)))
                .tier();
    }

    @Test
    void nothingCostsASupplierWithoutFault() {
        assertThat(score(List.of(
                                figure(Component.LATE_DISPATCH, 0, 0.0, 0.0, 50),
                                figure(Component.DEFECT, 0, 0.0, 0.0, 50)))
                        .costliest())
                .isEmpty();
    }

    @Test
    void rulesOfOnesOwnReplaceTheReleasedOnes(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("own.properties");
        String released = new String(ScoreRules.class
                .getResourceAsStream("/score/supplier-score.properties")
                .readAllBytes());
        Files.writeString(file, released + "version=own-2\ntier_a=99\n");
        Map<String, String> environment = Map.of("SOURCELENS_SUPPLIER_SCORE", file.toString());

        assertThat(ScoreRules.of(environment).version()).isEqualTo("own-2");
        assertThat(ScoreRules.of(environment).tierA()).isEqualTo(99);
        assertThat(ScoreRules.of(environment).describe()).isNotEqualTo(RULES.describe());

        Files.writeString(file, released + "defect.worst=a lot\n");
        assertThatThrownBy(() -> ScoreRules.of(environment))
                .hasMessage("Cannot use defect.worst of supplier scores: 'a lot' is not a number; set it to one");
        Files.writeString(file, released + "defect.weight=0\n");
        assertThatThrownBy(() -> ScoreRules.of(environment)).hasMessageContaining("a weight above 0");
        Files.delete(file);
        assertThatThrownBy(() -> ScoreRules.of(environment))
                .hasMessageStartingWith("Cannot read rules of supplier scores");
    }
}
