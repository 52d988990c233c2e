/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.alternative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.sourcelens.batch.alternative.Alternative.Advice;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Offers of one sort of goods, made up so that what a change gains can be added up by hand. */
class AlternativesTest {
    /** A late line costs a fifth of its supply cost, a defective one half of it; of all parcels 10 % are late. */
    private static final Alternatives ALTERNATIVES = new Alternatives(new AfterSaleCosts(0.2, 0.5), 0.10);

    private static final ShownStock ENOUGH = new ShownStock(500, 0.01, "ok");
    private static final ShownStock NONE = new ShownStock(0, 1, "out");

    private static SupplierQuality quality(double late, double defects, long evidence, String tier) {
        return new SupplierQuality(
                new Range(late, late - 0.02, late + 0.03),
                evidence,
                new Range(defects, defects - 0.01, defects + 0.02),
                evidence,
                tier);
    }

    private static Offer offer(
            String supplier, @Nullable Long price, SupplierQuality quality, @Nullable ShownStock stock) {
        return offer(supplier, price, new Freight(new Range(400, 390, 410), 50, "sku"), quality, stock);
    }

    private static Offer offer(
            String supplier,
            @Nullable Long price,
            @Nullable Freight freight,
            SupplierQuality quality,
            @Nullable ShownStock stock) {
        return new Offer("sku-" + supplier, supplier, "杯", "cup", "c2", "g1", price, freight, quality, stock);
    }

    private static List<Alternative> of(Offer... offers) {
        List<List<Alternative>> found = ALTERNATIVES.of(Arrays.asList(offers));
        return found.stream()
                .filter(one -> one.stream().anyMatch(two -> two.offer().equals(offers[0])))
                .findFirst()
                .orElse(List.of());
    }

    @Test
    void aSupplierThatIsWorseInEverythingIsLeft() {
        Offer dominated = offer("bad", 2_000L, quality(0.40, 0.10, 300, "D"), ENOUGH);
        Offer better = offer("good", 1_800L, quality(0.05, 0.02, 300, "A"), ENOUGH);

        List<Alternative> found = of(dominated, better);

        assertThat(found).hasSize(1);
        assertThat(found.get(0).advice()).isEqualTo(Advice.SWITCH);
        Gain gain = found.get(0).gain();
        // 200 of the price, 0.35 × 0.2 × 2,000 of lateness, 0.08 × 0.5 × 2,000 of defects.
        assertThat(gain.price()).isEqualTo(200);
        assertThat(gain.freight()).isZero();
        assertThat(gain.late()).isCloseTo(140, within(1e-9));
        assertThat(gain.defect()).isCloseTo(80, within(1e-9));
        assertThat(gain.total().value()).isCloseTo(420, within(1e-9));
        // Freight may be 10 wrong on both sides; lateness costs 400 and defects 1,000 per 100 %.
        double below = Math.sqrt(2 * 100 + 400 * 400 * (4e-4 + 9e-4) + 1_000 * 1_000 * (1e-4 + 4e-4));
        assertThat(gain.total().low()).isCloseTo(420 - below, within(1e-9));
        assertThat(gain.total().high())
                .as("both intervals reach as far the other way round")
                .isCloseTo(420 + below, within(1e-9));
        assertThat(found.get(0).evidence()).isEqualTo(50);
        assertThat(ALTERNATIVES.of(List.of(dominated, better)))
                .as("nobody looks for another than the good one")
                .hasSize(1);
    }

    @Test
    void withTooFewOrdersNobodyIsSentThere() {
        Offer dominated = offer("bad", 2_000L, quality(0.40, 0.10, 300, "D"), ENOUGH);
        Offer lucky = offer("lucky", 100L, quality(0.01, 0.001, 19, "unrated"), ENOUGH);

        assertThat(of(dominated, lucky))
                .extracting(Alternative::advice, Alternative::gain, Alternative::reason)
                .containsExactly(tuple(Advice.NOT_ENOUGH_DATA, null, "no_lateness"));
    }

    @Test
    void whatIsNotKnownIsSaid() {
        SupplierQuality known = quality(0.05, 0.02, 300, "A");
        Offer weak = offer("bad", 2_000L, quality(0.40, 0.10, 300, "D"), ENOUGH);
        SupplierQuality withoutDefects = new SupplierQuality(known.lateDelivery(), 300, null, 300, "A");

        assertThat(of(weak, offer("a", null, known, ENOUGH)).get(0).reason()).isEqualTo("no_supply_price");
        assertThat(of(weak, offer("a", 1L, null, known, ENOUGH)).get(0).reason())
                .isEqualTo("no_freight");
        assertThat(of(weak, offer("a", 1L, withoutDefects, ENOUGH)).get(0).reason())
                .isEqualTo("no_defects");
        assertThat(new Alternatives(null, 0.1)
                        .of(List.of(weak, offer("a", 1L, known, ENOUGH)))
                        .get(0)
                        .get(0)
                        .reason())
                .isEqualTo("no_cases");
    }

    @Test
    void whoseStockRunsOutIsReplacedWhereOthersHaveIt() {
        SupplierQuality good = quality(0.05, 0.02, 300, "A");
        Offer out = offer("out", 1_800L, good, NONE);

        assertThat(of(out, offer("dearer", 1_900L, good, ENOUGH)).get(0).advice())
                .isEqualTo(Advice.STAND_IN);
        assertThat(of(out, offer("cheaper", 1_500L, good, ENOUGH)).get(0).advice())
                .isEqualTo(Advice.SWITCH);
        assertThat(of(out, offer("empty", 1_500L, good, NONE)).get(0).advice()).isEqualTo(Advice.NO_BETTER);
        assertThat(of(out, offer("silent", 1_900L, good, null)).get(0).advice()).isEqualTo(Advice.NO_BETTER);
        assertThat(of(out, offer("weak", 1_500L, quality(0.3, 0.02, 300, "C"), ENOUGH))
                        .get(0)
                        .advice())
                .as("later than usual for certain")
                .isEqualTo(Advice.NO_BETTER);
    }

    @Test
    void theBestComesFirstAndFiveAreEnough() {
        Offer weak = offer("bad", 2_000L, quality(0.40, 0.10, 300, "D"), ENOUGH);
        SupplierQuality good = quality(0.05, 0.02, 300, "A");
        Offer[] offers = IntStream.range(0, 9)
                .mapToObj(i -> i == 0
                        ? weak
                        : i < 3
                                ? offer("unknown-" + i, (long) i, SupplierQuality.UNKNOWN, ENOUGH)
                                : offer("s" + i, 2_100L - 100 * (i / 2), good, ENOUGH))
                .toArray(Offer[]::new);

        List<String> found =
                of(offers).stream().map(one -> one.alternative().supplierId()).toList();

        assertThat(found).containsExactly("s8", "s6", "s7", "s4", "s5");
    }

    @Test
    void goodsOfTheSameSupplierAreNoAlternative() {
        Offer weak = offer("bad", 2_000L, quality(0.40, 0.10, 300, "D"), ENOUGH);
        Offer another =
                new Offer("other-sku", "bad", null, null, null, "g1", 1L, weak.freight(), weak.quality(), ENOUGH);

        assertThat(of(weak, another)).isEmpty();
    }

    @Test
    void costsAreSharedOutByReason() {
        // 6 % of the supply cost is lost; half of it to lateness of 10 % of parcels, a third to 4 % of defective lines.
        AfterSaleCosts costs =
                AfterSaleCosts.of(600, 10_000, 0.5, 1 / 3.0, 0.10, 0.04).orElseThrow();

        assertThat(costs.perLate()).isCloseTo(0.3, within(1e-12));
        assertThat(costs.perDefect()).isCloseTo(0.5, within(1e-12));
        assertThat(AfterSaleCosts.of(600, 10_000, 0, 1, 0, 0.04).orElseThrow().perLate())
                .as("where nothing is late lateness costs nothing")
                .isZero();
        assertThat(AfterSaleCosts.of(0, 0, 0, 0, 0, 0)).isEmpty();
    }
}
