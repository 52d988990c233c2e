/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sourcelens.batch.intake.Candidate.Kind;
import io.sourcelens.batch.intake.Candidate.Reason;
import io.sourcelens.batch.intake.CatalogueSku.Catalogue;
import io.sourcelens.batch.lake.SmallTables;
import io.sourcelens.batch.marketplace.CategoryTree;
import io.sourcelens.batch.stock.LostSales;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CandidatesTest {
    private final List<SkuDemand> skus = new ArrayList<>();
    private final Catalogue catalogue = Catalogue.empty();

    @BeforeEach
    void plainGoods() {
        for (int i = 0; i < 9; i++) {
            sku("plain" + i, "plain group " + i, 20, 20, 6, 0.1, 40L, null);
        }
    }

    /** Of even weeks. */
    private void sku(
            String id,
            @Nullable String group,
            long weekly,
            long weeklyBefore,
            long sellers,
            double late,
            long left,
            @Nullable LostSales lost) {
        long[] orders = LongStream.range(0, 8)
                .map(week -> week < 4 ? weekly : weeklyBefore)
                .toArray();
        skus.add(new SkuDemand(
                id,
                "c",
                "f " + id,
                orders,
                4 * weekly,
                4 * weeklyBefore,
                400 * (weekly + weeklyBefore),
                sellers,
                left,
                50,
                late,
                lost == null ? 0 : 3,
                lost));
        catalogue.add(id, new CatalogueSku(group, "f " + id, null, null));
    }

    private List<Candidate> found() {
        skus.sort(Comparator.comparing(SkuDemand::skuId));
        Demand demand = new Demand(LocalDate.EPOCH, skus);
        return Candidates.of(
                Subject.goods(demand, catalogue, true),
                List.of(),
                Supply.of(skus).lateDelivery());
    }

    @Test
    void goodsThatGrowForCertainAndThatFewSellIsWorthWidening() {
        sku("rising", "g", 60, 20, 2, 0.05, 40L, null);
        sku("late", "h", 60, 20, 2, 0.9, 40L, null);
        sku("loss", "i", 60, 20, 2, 0.05, -1L, null);
        sku("crowded", "j", 60, 20, 30, 0.05, 40L, null);
        sku("alone", null, 61, 20, 2, 0.05, 40L, null);

        assertThat(found()).allMatch(one -> one.kind() == Kind.WIDEN);
        assertThat(found()).extracting(one -> one.subject().firstSku().skuId()).containsExactly("alone", "rising");
        assertThat(found().get(1).reasonsColumn())
                .isEqualTo("demand_grows,few_sellers,punctual_suppliers,leaves_margin");
        // 80 orders before; t of 1,006 degrees of freedom, for all weeks are even: 1.6464; √(1/240 + 1/80) = 0.1291.
        assertThat(found().get(1).gain()).isCloseTo(80 * (3 * Math.exp(-1.64636 * 0.1290994) - 1), within(1e-3));
    }

    @Test
    void aSecondSourceIsForMatchGroupsOfOneSupplierThatLoseSales() {
        LostSales much = new LostSales(40, 60, 5);
        sku("lone", "g", 20, 20, 6, 0.1, 40L, much);
        sku("two", "h", 20, 20, 6, 0.1, 40L, much);
        catalogue.add("not ordered", new CatalogueSku("h", "another", null, null));
        sku("no group", null, 20, 20, 6, 0.1, 40L, much);
        sku("nothing lost", "i", 20, 20, 6, 0.1, 40L, new LostSales(0.5, 3, 0));
        sku("few orders", "j", 2, 2, 6, 0.1, 40L, much);

        assertThat(found()).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Kind.SECOND_SOURCE);
            assertThat(one.subject().matchGroupId()).isEqualTo("g");
            assertThat(one.subject().onlySupplier()).isEqualTo("f lone");
            assertThat(one.reasons()).contains(Reason.ONE_SUPPLIER, Reason.STOCK_OUTS_COST_SALES);
            assertThat(one.gain()).isEqualTo(much.low());
        });
    }

    private static CategoryTree tree() {
        return CategoryTree.of(
                Stream.of(category("c", "above", 2), category("above", null, 1)).toList());
    }

    private static Record category(String id, @Nullable String parent, int level) {
        Record row = SmallTables.row(LakeTable.core(Schemas.entity("category")));
        row.setField("marketplace", "m");
        row.setField("category_id", id);
        row.setField("parent_category_id", parent);
        row.setField("level", level);
        return row;
    }

    @Test
    void aPlaceToBringGoodsIntoIsALeafsPriceBandThatGrowsForCertain() {
        skus.clear();
        for (int i = 0; i < 4; i++) {
            sku("rising" + i, null, 60, 20, 2, 0.1, 40L, null);
        }
        Demand demand = new Demand(LocalDate.EPOCH, skus);

        List<Candidate> found =
                Candidates.of(List.of(), Subject.places(demand, tree(), "m", true), OptionalDouble.empty());

        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Kind.BRING_IN);
            assertThat(one.subject().priceBand()).isEqualTo(1);
            assertThat(one.subject().firstSku().skuId()).isEqualTo("rising0");
            assertThat(one.subject().suppliers()).hasSize(4);
            // Four suppliers of equal size: an index of exactly 0.25.
            assertThat(one.reasonsColumn()).isEqualTo("demand_grows,few_sellers,leaves_margin");
        });
    }

    @Test
    void whatGrowsByChanceAloneIsHardlyEverFound() {
        RandomGenerator random = new Well19937c(11);
        int worlds = 40;
        int withAny = 0;
        for (int world = 0; world < worlds; world++) {
            skus.clear();
            for (int i = 0; i < 200; i++) {
                sku("s" + i, "g" + i, 0, 0, 1 + i % 5, 0.1, 40L, null);
                for (int week = 0; week < 8; week++) {
                    skus.get(i).orders()[week] = new PoissonDistribution(random, 8, 1e-9, 1_000).sample();
                }
            }
            withAny += found().stream().anyMatch(one -> one.kind() == Kind.WIDEN) ? 1 : 0;
        }
        // Without any growth a list has a false find in at most one world of ten (Benjamini and Hochberg); three
        // standard
        // deviations of 40 worlds.
        assertThat((double) withAny / worlds).isLessThan(0.1 + 3 * Math.sqrt(0.1 * 0.9 / worlds));
    }

    /** Weekly means are random, so counts vary 2.5 times as much as Poisson counts. */
    private void restless(RandomGenerator random, String id, double mean, double newestMean) {
        sku(id, "g" + id, 0, 0, 2, 0.1, 40L, null);
        long[] orders = skus.get(skus.size() - 1).orders();
        for (int week = 0; week < 8; week++) {
            double ofWeek = new GammaDistribution(random, (week < 4 ? newestMean : mean) / 1.5, 1.5).sample();
            orders[week] = new PoissonDistribution(random, Math.max(1e-9, ofWeek), 1e-9, 1_000).sample();
        }
    }

    @Test
    void mostGoodsThatTrebleAreFoundAmongManyThatDoNotAndFewOthers() {
        RandomGenerator random = new Well19937c(12);
        int found = 0;
        int others = 0;
        for (int world = 0; world < 20; world++) {
            skus.clear();
            for (int i = 0; i < 190; i++) {
                restless(random, "s" + i, 12, 12);
            }
            for (int i = 0; i < 10; i++) {
                restless(random, "rising" + i, 12, 36);
            }
            for (Candidate one : found()) {
                boolean rising = one.subject().firstSku().skuId().startsWith("rising");
                found += rising ? 1 : 0;
                others += rising ? 0 : 1;
            }
        }
        // Eight weeks of one sku alone find none of the 200 among so many.
        assertThat(found).isGreaterThan(100);
        // One of ten finds may be false; three standard deviations of as many finds.
        assertThat((double) others / (found + others)).isLessThan(0.1 + 3 * Math.sqrt(0.1 * 0.9 / (found + others)));
    }

    @Test
    void aBurstOfOneWeekIsNoGrowth() {
        RandomGenerator random = new Well19937c(13);
        skus.clear();
        for (int i = 0; i < 200; i++) {
            restless(random, "s" + i, 12, 12);
        }
        restless(random, "burst", 12, 12);
        skus.get(200).orders()[1] = 400;

        assertThat(found()).isEmpty();
    }

    @Test
    void whatIsNotKnownIsNoReason() {
        skus.clear();
        sku("s", "g", 60, 20, 0, 0.1, 40L, null);
        Demand demand = new Demand(LocalDate.EPOCH, skus);

        assertThat(Candidates.of(Subject.goods(demand, catalogue, true), List.of(), OptionalDouble.empty()))
                .as("nobody knows how many sellers")
                .isEmpty();
        assertThat(Candidates.of(Subject.goods(demand, catalogue, false), List.of(), OptionalDouble.empty()))
                .as("a short history")
                .isEmpty();
    }
}
