/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.world;

import io.sourcelens.ingestion.marketplace.Sku;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Plants the goods: variants of products, the same goods often from several suppliers. */
final class Skus {
    private static final double SEVERAL_SUPPLIERS = 0.25;
    private static final double NEW_ARRIVAL = 0.08;

    private final WorldOptions options;
    private final Catalogue catalogue;
    private final List<SupplierProfile> suppliers;
    private final Randomness randomness;
    private final double[] popularity;
    private final List<SkuProfile> skus = new ArrayList<>();
    private long productId;
    private long matchGroupId;

    private Skus(WorldOptions options, Catalogue catalogue, List<SupplierProfile> suppliers) {
        this.options = options;
        this.catalogue = catalogue;
        this.suppliers = suppliers;
        this.randomness = Randomness.of(options.seed(), "skus");
        this.popularity = Zipf.shuffled(options.skus(), 8, 0.95, randomness);
    }

    static List<SkuProfile> plant(WorldOptions options, Catalogue catalogue, List<SupplierProfile> suppliers) {
        Skus planting = new Skus(options, catalogue, suppliers);
        while (planting.skus.size() < options.skus()) {
            planting.plantGoods();
        }
        return planting.skus;
    }

    /** One kind of goods, in up to three variants, from one to four suppliers. */
    private void plantGoods() {
        int department = randomness.wholeBetween(0, catalogue.departments().size() - 1);
        int leaf = randomness.wholeBetween(
                0, catalogue.departments().get(department).leaves().size() - 1);
        Goods goods = Goods.draw(catalogue, department, leaf, randomness);
        List<SupplierProfile> makers = makers(department);
        Trend trend = Trend.draw(options.days(), randomness);
        Instant created = created();
        long firstMatchGroup = matchGroupId;
        if (makers.size() > 1) {
            matchGroupId += goods.variants().size();
        }
        for (SupplierProfile maker : makers) {
            productId++;
            double price = goods.supplyPriceMinor() * randomness.logNormal(1, 0.07);
            for (int v = 0; v < goods.variants().size() && skus.size() < options.skus(); v++) {
                Long matchGroup = makers.size() > 1 ? firstMatchGroup + v + 1 : null;
                add(goods, v, maker, Math.max(100, Math.round(price / 10) * 10), matchGroup, trend, created);
            }
        }
    }

    private void add(
            Goods goods,
            int variant,
            SupplierProfile maker,
            long supplyPriceMinor,
            @Nullable Long matchGroup,
            Trend trend,
            Instant created) {
        int index = skus.size();
        Sku sku = new Sku(
                index + 1L,
                productId,
                matchGroup,
                maker.id(),
                goods.categoryId(),
                goods.nameZh(variant),
                goods.nameEn(variant),
                supplyPriceMinor,
                goods.weightGrams(),
                created);
        long salePrice = Math.round(goods.supplyPriceMinor() * goods.markup() / 100) * 100 - 10;
        skus.add(new SkuProfile(
                index, sku, maker, goods.department(), Math.max(190, salePrice), popularity[index], trend));
    }

    private List<SupplierProfile> makers(int department) {
        List<SupplierProfile> candidates = new ArrayList<>(suppliers.stream()
                .filter(supplier -> supplier.department() == department)
                .toList());
        int wanted = randomness.chance(SEVERAL_SUPPLIERS) ? randomness.wholeBetween(2, 4) : 1;
        return IntStream.range(0, Math.min(wanted, candidates.size()))
                .mapToObj(i -> candidates.remove(new WeightedChoice(candidates.stream()
                                .mapToDouble(SupplierProfile::weight)
                                .toArray())
                        .draw(randomness)))
                .toList();
    }

    private Instant created() {
        return randomness.chance(NEW_ARRIVAL)
                ? options.start().plus(Duration.ofMinutes((long) (randomness.nextDouble() * options.days() * 1_430)))
                : options.start().minus(Duration.ofHours(randomness.wholeBetween(24, 24 * 400)));
    }
}
