/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.assortment;

import io.sourcelens.batch.lake.SmallTables;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.schema.LakeTable;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;

/**
 * Rows of {@code mart.delist} of one marketplace.
 *
 * @param firstDay with an order
 */
record DelistRows(
        LakeTable table,
        Marketplace marketplace,
        LocalDate firstDay,
        boolean withListings,
        boolean withCases,
        String runId) {
    private static final int MOST = 1_000;

    /** @param activity by sku, of all that were ordered or are listed */
    List<Record> rows(List<Catalogue.Sku> skus, Map<String, SkuActivity> activity) {
        LocalDate lastWholeDay = marketplace.unfinishedDay().minusDays(1);
        if (firstDay.plusDays(SkuActivity.DAYS_WITHOUT_ORDERS - 1L).isAfter(lastWholeDay)) {
            return List.of();
        }
        List<Tail> tail = Tail.ranked((skus.isEmpty() ? ofOrders(activity) : skus)
                .stream()
                        .map(sku -> Tail.of(
                                sku,
                                activity.getOrDefault(sku.skuId(), SkuActivity.none(withCases)),
                                lastWholeDay,
                                knowsSeason()))
                        .filter(Objects::nonNull)
                        .toList());
        long all = activity.values().stream().mapToLong(SkuActivity::orderLines).sum();
        List<Record> rows = new ArrayList<>();
        long lines = 0;
        Long contribution = 0L;
        for (Tail one : tail.subList(0, Math.min(MOST, tail.size()))) {
            Long own = one.activity().contributionMinor();
            lines += one.activity().orderLines();
            contribution = contribution == null || own == null ? null : contribution + own;
            rows.add(row(one, rows.size() + 1, tail.size(), all, lines, contribution));
        }
        return rows;
    }

    /** Of a marketplace that has no catalogue. */
    private static List<Catalogue.Sku> ofOrders(Map<String, SkuActivity> activity) {
        return activity.keySet().stream()
                .map(sku -> new Catalogue.Sku(sku, null, null, null, null, null))
                .toList();
    }

    private boolean knowsSeason() {
        return !firstDay.isAfter(marketplace.unfinishedDay().minusDays(SkuActivity.YEAR_DAYS));
    }

    private Record row(Tail one, int rank, int tailSkus, long all, long lines, @Nullable Long contribution) {
        SkuActivity activity = one.activity();
        LocalDate end = marketplace.unfinishedDay();
        return SmallTables.row(
                table,
                marketplace.id(),
                rank,
                one.sku().skuId(),
                one.sku().nameZh(),
                one.sku().nameEn(),
                one.sku().categoryId(),
                one.sku().supplierId(),
                marketplace.currency(),
                one.arrived(),
                one.ageDays(),
                activity.listings(),
                activity.recentOrderLines(),
                activity.orderLines(),
                all == 0 ? 0.0 : (double) activity.orderLines() / all,
                activity.units(),
                activity.saleRevenueMinor(),
                activity.contributionMinor(),
                activity.allOrderLines() == 0
                        ? null
                        : (Double) ((double) activity.settledOrderLines() / activity.allOrderLines()),
                activity.cancelledOrderLines(),
                activity.refundMinor(),
                knowsSeason() ? "none" : "unknown",
                knowsSeason() ? activity.seasonOrderLines() : null,
                String.join(",", one.reasons(withListings)),
                (long) tailSkus,
                all == 0 ? 0.0 : (double) lines / all,
                contribution,
                end.minusDays(SkuActivity.DAYS),
                end.minusDays(1),
                marketplace.knownUntil().atOffset(ZoneOffset.UTC),
                runId);
    }
}
