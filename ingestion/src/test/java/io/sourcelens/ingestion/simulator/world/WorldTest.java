/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class WorldTest {
    private static final Instant UNTIL = Instant.parse("2026-11-20T12:00:00Z");
    private final World world = World.of(options(7));

    private static WorldOptions options(long seed) {
        return new WorldOptions(seed, 60, 40, 100, 600, 3_000, UNTIL);
    }

    @Test
    void theSameSeedIsTheSameWorld() {
        World again = World.of(options(7));
        assertThat(again.suppliers()).isEqualTo(world.suppliers());
        assertThat(again.skus()).isEqualTo(world.skus());
        assertThat(again.sellers()).isEqualTo(world.sellers());
        assertThat(again.listings()).isEqualTo(world.listings());
        assertThat(again.stock().levels()).isEqualTo(world.stock().levels());
    }

    @Test
    void anotherSeedIsAnotherWorld() {
        assertThat(World.of(options(8)).skus()).isNotEqualTo(world.skus());
    }

    @Test
    void theSameGoodsComeFromTwoToFourSuppliers() {
        Map<Long, List<Long>> suppliers = world.skus().stream()
                .map(SkuProfile::sku)
                .filter(sku -> Objects.nonNull(sku.matchGroupId()))
                .collect(Collectors.groupingBy(
                        sku -> sku.matchGroupId(), Collectors.mapping(sku -> sku.supplierId(), Collectors.toList())));
        assertThat(suppliers).isNotEmpty();
        assertThat(suppliers.values())
                .allSatisfy(ids -> assertThat(ids).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(4));
        assertThat(suppliers.values().stream().filter(ids -> ids.size() > 1).count())
                .isGreaterThanOrEqualTo(suppliers.size() - 3L);
    }

    @Test
    void everySkuIsListedAndMostlyAboveItsSupplyPrice() {
        assertThat(world.listings().stream().map(listing -> listing.skuId()).distinct())
                .hasSize(world.skus().size());
        long above = world.listings().stream()
                .filter(listing -> listing.salePriceMinor()
                        > world.sku(listing.skuId()).sku().supplyPriceMinor())
                .count();
        assertThat((double) above / world.listings().size()).isBetween(0.97, 0.99999);
    }

    @Test
    void aSuppliersDaysAreOverdispersedAroundWhatWasPlanted() {
        SupplierProfile poor = world.suppliers().stream()
                .filter(supplier -> supplier.lateProbability() > 0.1)
                .findFirst()
                .orElseThrow();
        LocalDate from = LocalDate.of(2026, 9, 22);
        double[] days = from.datesUntil(from.plusDays(60))
                .mapToDouble(day ->
                        world.supplierDay(poor, WorldOptions.startOf(day)).defect())
                .toArray();
        double mean = DoubleStream.of(days).average().orElseThrow();
        assertThat(mean).isBetween(0.3 * poor.defectProbability(), 2.5 * poor.defectProbability());
        assertThat(DoubleStream.of(days).max().orElseThrow()).isGreaterThan(2 * mean);
        assertThat(world.meanLate(poor, LocalDate.of(2026, 11, 11)))
                .isGreaterThan(world.meanLate(poor, LocalDate.of(2026, 11, 5)));
    }

    @Test
    void risingGoodsEndHigherThanTheyBegan() {
        Trend rising = new Trend(Trend.Kind.RISING, 30);
        Trend fading = new Trend(Trend.Kind.FADING, 30);
        assertThat(rising.factor(60) / rising.factor(0)).isGreaterThan(8);
        assertThat(fading.factor(0) / fading.factor(60)).isGreaterThan(8);
    }

    @Test
    void aWorldWithoutGoodsIsRefused() {
        assertThatThrownBy(() -> new WorldOptions(7, 60, 40, 100, 10, 3_000, UNTIL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Cannot simulate 60 days, 40 suppliers, 100 sellers, 10 skus");
    }
}
