/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.intake;

import io.sourcelens.batch.intake.OpportunityScore.Part;
import io.sourcelens.batch.lake.SmallTables;
import io.sourcelens.batch.marketplace.CategoryTree;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.schema.LakeTable;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;

/** Rows of {@code mart.intake_opportunity} of one marketplace. */
record OpportunityRows(
        LakeTable table, Marketplace marketplace, CategoryTree categories, OpportunityWeights weights, String runId) {
    private static final String ALL = "all";

    List<Record> rows(Demand demand) {
        boolean wholeHistory = demand.isWhole(marketplace);
        Leaves leaves = Leaves.of(demand.skus(), categories, marketplace.id());
        WeeklyVariation ofLeaves = leaves.variation();
        List<Record> rows = new ArrayList<>();
        byCategory(demand.skus()).forEach((category, skus) -> {
            WeeklyVariation usual = leaves.has(category) ? ofLeaves : WeeklyVariation.UNKNOWN;
            PriceBands.of(skus)
                    .forEach((band, ofBand) -> rows.add(
                            row(category, band, Opportunity.of(ofBand, wholeHistory ? usual : null), wholeHistory)));
        });
        return rows;
    }

    private Map<String, List<SkuDemand>> byCategory(List<SkuDemand> skus) {
        Map<String, List<SkuDemand>> byCategory = new TreeMap<>();
        for (SkuDemand sku : skus) {
            byCategory.computeIfAbsent(ALL, any -> new ArrayList<>()).add(sku);
            if (sku.categoryId() != null) {
                categories
                        .path(marketplace.id(), sku.categoryId())
                        .forEach(category -> byCategory
                                .computeIfAbsent(category, any -> new ArrayList<>())
                                .add(sku));
            }
        }
        return byCategory;
    }

    private Record row(String category, int band, Opportunity found, boolean wholeHistory) {
        List<SkuDemand> skus = found.skus();
        OpportunityScore score = found.score(weights);
        Growth growth = found.growth().orElse(null);
        Double concentration = boxed(found.supply().concentration());
        Stockouts stockouts = found.stockouts();
        LocalDate end = marketplace.unfinishedDay();
        return SmallTables.row(
                table,
                marketplace.id(),
                category,
                band,
                found.lowestPriceMinor(),
                found.highestPriceMinor(),
                marketplace.currency(),
                (long) skus.size(),
                found.orders(),
                found.previousOrders(),
                skus.stream().mapToLong(SkuDemand::units).sum(),
                skus.stream().mapToLong(SkuDemand::previousUnits).sum(),
                growth == null ? null : growth.ratio() - 1,
                growth == null ? null : growth.low() - 1,
                growth == null ? null : growth.high() - 1,
                growth != null ? null : wholeHistory ? "few_orders" : "short_history",
                (long) found.supply().suppliers(),
                concentration,
                concentration == null ? null : 1 / concentration,
                boxed(found.sellersPerSku()),
                found.achievable().medianMinor(),
                found.achievable().lines(),
                boxed(found.marginRate()),
                boxed(found.supply().lateDelivery()),
                found.supply().forecastShare(),
                stockouts.units(),
                stockouts.lost() == null ? "no_stock_watch" : null,
                score.score(),
                score.points().get(Part.GROWTH),
                score.points().get(Part.MARGIN),
                score.points().get(Part.SELLERS),
                score.points().get(Part.SUPPLIERS),
                score.points().get(Part.RELIABILITY),
                score.knownWeight(),
                weights.version(),
                end.minusDays(7L * SkuDemand.WEEKS / 2),
                end.minusDays(1),
                marketplace.knownUntil().atOffset(ZoneOffset.UTC),
                runId,
                stockouts.low(),
                stockouts.high(),
                stockouts.watchedSkus(),
                stockouts.outOfStockDays(),
                found.supply().orders(),
                skus.stream().filter(sku -> sku.sellers() > 0).count());
    }

    private static @Nullable Double boxed(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
