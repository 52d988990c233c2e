/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.distribution;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.sourcelens.batch.distribution.SkuMargin.Left;
import io.sourcelens.batch.lake.SmallTables;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.mart.Basis;
import io.sourcelens.batch.supplier.BetaPrior;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;

/** Rows of {@code mart.margin_distribution}: what an order line of a sku from one supplier leaves, and how it is spread. */
final class MarginDistribution {
    private static final LakeTable TABLE = LakeTable.mart(Schemas.mart("margin_distribution"));

    private final Basis basis;

    MarginDistribution(Basis basis) {
        this.basis = basis;
    }

    List<Record> rows(List<SkuMargin> margins) {
        Map<SkuOfSupplier, Double> maturity = maturity(margins);
        List<Record> rows = new ArrayList<>();
        // In one order, so that sums of the fit are the same whatever the order of arrival.
        margins.stream()
                .sorted(comparing(SkuMargin::skuId).thenComparing(SkuMargin::supplierId))
                .collect(groupingBy(SkuMargin::peers, LinkedHashMap::new, toList()))
                .values()
                .forEach(peers -> {
                    double designEffect =
                            DesignEffect.of(left(peers).map(Left::losses).toList());
                    BetaPrior prior = BetaPrior.fit(left(peers)
                            .map(left -> left.effective(designEffect))
                            .toList());
                    peers.forEach(sku -> rows.add(row(sku, designEffect, prior, maturity.get(SkuOfSupplier.of(sku)))));
                });
        return rows;
    }

    private static Stream<Left> left(List<SkuMargin> margins) {
        return margins.stream().map(SkuMargin::left).filter(Objects::nonNull);
    }

    private record SkuOfSupplier(String marketplace, String skuId, String supplierId) {
        static SkuOfSupplier of(SkuMargin margin) {
            return new SkuOfSupplier(margin.marketplace(), margin.skuId(), margin.supplierId());
        }
    }

    private static Map<SkuOfSupplier, Double> maturity(List<SkuMargin> margins) {
        Map<SkuOfSupplier, Long> lines = new HashMap<>();
        margins.forEach(margin -> lines.merge(SkuOfSupplier.of(margin), margin.orderLines(), Long::sum));
        Map<SkuOfSupplier, Double> maturity = new HashMap<>();
        lines.keySet().forEach(sku -> maturity.put(sku, 0.0));
        margins.stream()
                .filter(SkuMargin::settled)
                .forEach(margin -> maturity.put(
                        SkuOfSupplier.of(margin), (double) margin.orderLines() / lines.get(SkuOfSupplier.of(margin))));
        return maturity;
    }

    private Record row(SkuMargin sku, double designEffect, BetaPrior prior, double maturity) {
        Marketplace marketplace = basis.marketplaces().find(sku.marketplace()).orElseThrow();
        String reason = reason(sku);
        Left left = reason == null ? sku.left() : null;
        DayTotals.@Nullable Range mean =
                left == null ? null : left.contributions().meanRange().orElse(null);
        BetaPrior.@Nullable Estimate loss = left == null ? null : prior.posterior(left.effective(designEffect));
        LocalDate edge = marketplace.day(marketplace.settledUntil());
        LocalDate start = marketplace.today().minusDays(SkuMargins.WINDOW_DAYS - 1L);
        return SmallTables.row(
                TABLE,
                sku.marketplace(),
                sku.skuId(),
                sku.supplierId(),
                sku.settled() ? "settled" : "estimated",
                sku.details().nameZh(),
                sku.details().nameEn(),
                sku.details().categoryId(),
                sku.settled() || edge.isBefore(start) ? start : edge,
                sku.settled() ? edge.minusDays(1) : marketplace.today(),
                marketplace.currency(),
                sku.orderLines(),
                sku.cancelledOrderLines(),
                sku.days(),
                left == null ? null : left.contributions().total().longValueExact(),
                left == null ? null : left.contributions().mean(),
                mean == null ? null : mean.low(),
                mean == null ? null : mean.high(),
                left == null ? null : left.p10(),
                left == null ? null : left.median(),
                left == null ? null : left.p90(),
                left == null ? null : left.losses().total().longValueExact(),
                left == null ? null : left.losses().mean(),
                loss == null ? null : loss.mean(),
                loss == null ? null : loss.low(),
                loss == null ? null : loss.high(),
                reason,
                maturity,
                marketplace.knownUntil().atOffset(ZoneOffset.UTC),
                basis.runId());
    }

    private @Nullable String reason(SkuMargin sku) {
        if (!basis.withPayments().contains(sku.marketplace())) {
            return "no_payments";
        }
        if (!basis.withCases().contains(sku.marketplace())) {
            return "no_cases";
        }
        return sku.left() == null ? "no_costs" : null;
    }
}
