/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sourcelens.batch.intake.OpportunityScore.Part;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpportunityTest {
    private static final OpportunityWeights WEIGHTS =
            new OpportunityWeights(9, Map.of(Part.GROWTH, 2.0, Part.MARGIN, 1.0, Part.SELLERS, 1.0));

    /** Ordered each week alike, a unit an order. */
    private static SkuDemand sku(
            String id,
            @Nullable String supplier,
            long weekly,
            long price,
            long sellers,
            @Nullable Long left,
            long lines,
            @Nullable Double late) {
        long[] orders = {weekly, weekly, weekly, weekly, weekly, weekly, weekly, weekly};
        return new SkuDemand(
                id,
                "c",
                supplier,
                orders,
                4 * weekly,
                4 * weekly,
                8 * weekly * price,
                sellers,
                left,
                lines,
                late,
                0,
                null);
    }

    private static SkuDemand priced(String id, long price) {
        return sku(id, null, 1, price, 0, null, 0, null);
    }

    @Test
    void bandsAreQuartersOfTheSkusAndOnePriceIsOneBand() {
        assertThat(PriceBands.of(List.of(priced("a", 4), priced("b", 3), priced("c", 2), priced("d", 1)))
                        .values())
                .extracting(skus -> skus.get(0).skuId())
                .containsExactly("d", "c", "b", "a");
        assertThat(PriceBands.of(
                        List.of(priced("a", 5), priced("b", 5), priced("c", 5), priced("d", 5), priced("e", 9))))
                .satisfies(bands -> {
                    assertThat(bands.keySet()).containsExactly(1, 4);
                    assertThat(bands.get(1)).hasSize(4);
                });
        assertThat(PriceBands.of(List.of(priced("a", 7))).keySet()).containsExactly(1);
    }

    @Test
    void supplyIsAsConcentratedAsTheOrdersOfItsKnownSuppliers() {
        Supply supply = Supply.of(List.of(
                sku("a", "f", 3, 1, 0, null, 0, 0.1),
                sku("b", "f", 3, 1, 0, null, 0, 0.1),
                sku("c", "g", 2, 1, 0, null, 0, null),
                sku("d", null, 2, 1, 0, null, 0, null)));

        assertThat(supply.suppliers()).isEqualTo(2);
        // Shares 3/4 and 1/4.
        assertThat(supply.concentration()).hasValue(0.625);
        assertThat(supply.lateDelivery().orElseThrow()).isCloseTo(0.1, within(1e-12));
        assertThat(supply.forecastShare()).isCloseTo(0.6, within(1e-12));
        assertThat(Supply.of(List.of(priced("a", 1))).concentration()).isEmpty();
    }

    @Test
    void whatIsAchievableIsTheMedianOverLines() {
        assertThat(Achievable.of(List.of(
                        sku("a", "f", 1, 1, 0, 90L, 2, null),
                        sku("b", "f", 1, 1, 0, 10L, 5, null),
                        sku("c", "f", 1, 1, 0, 40L, 4, null),
                        sku("d", "f", 1, 1, 0, null, 0, null))))
                .isEqualTo(new Achievable(40L, 11));
        assertThat(Achievable.of(List.of(priced("a", 1)))).isEqualTo(new Achievable(null, 0));
    }

    @Test
    void pointsSumToTheScoreAndWhatIsNotKnownIsLeftOut() {
        OpportunityScore score = OpportunityScore.of(WEIGHTS, Map.of(Part.GROWTH, 0.5, Part.MARGIN, 1.0));

        assertThat(score.points().get(Part.GROWTH)).isCloseTo(100.0 / 3, within(1e-9));
        assertThat(score.points().get(Part.MARGIN)).isCloseTo(100.0 / 3, within(1e-9));
        assertThat(score.points()).doesNotContainKey(Part.SELLERS);
        assertThat(score.score()).isCloseTo(200.0 / 3, within(1e-9));
        assertThat(score.knownWeight()).isEqualTo(0.75);
    }

    @Test
    void withLessThanHalfOfTheWeightKnownThereIsNoScore() {
        assertThat(OpportunityScore.of(WEIGHTS, Map.of(Part.MARGIN, 1.0)).score())
                .isNull();
    }

    @Test
    void partsAreOnAFixedScale() {
        assertThat(OpportunityScore.ofGrowth(0.8)).isZero();
        assertThat(OpportunityScore.ofGrowth(Math.sqrt(2))).isCloseTo(0.5, within(1e-9));
        assertThat(OpportunityScore.ofGrowth(5)).isEqualTo(1);
        assertThat(OpportunityScore.ofMargin(-0.1)).isZero();
        assertThat(OpportunityScore.ofMargin(0.15)).isCloseTo(0.5, within(1e-9));
        assertThat(OpportunityScore.ofSellers(1)).isEqualTo(1);
        assertThat(OpportunityScore.ofSellers(14)).isZero();
    }

    @Test
    void aShortHistoryHasNoGrowth() {
        List<SkuDemand> skus = List.of(sku("a", "f", 10, 200, 2, 50L, 8, 0.2));

        Opportunity known = Opportunity.of(skus, WeeklyVariation.UNKNOWN);
        assertThat(known.growth().orElseThrow().ratio()).isEqualTo(1);
        assertThat(known.marginRate()).hasValue(0.25);
        assertThat(known.sellersPerSku()).hasValue(2);
        assertThat(Opportunity.of(skus, null).growth()).isEmpty();
    }

    @Test
    void theReleasedWeightsNameEveryPart() {
        OpportunityWeights released = OpportunityWeights.released();

        assertThat(released.weights().keySet()).containsExactly(Part.values());
        assertThat(released.total()).isCloseTo(1, within(1e-12));
    }
}
