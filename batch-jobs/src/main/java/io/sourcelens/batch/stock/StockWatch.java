/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.stock;

import io.sourcelens.batch.lake.SmallTables;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.stock.StockHistory.SkuDetails;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;

/** Rows of {@code mart.stock_watch} of one marketplace: every sku whose stock was shown in the last eight weeks. */
final class StockWatch {
    static final LakeTable TABLE = LakeTable.mart(Schemas.mart("stock_watch"));

    private static final int STATUS_DAYS = 14;
    private static final double MICROS_PER_HOUR = 3_600e6;

    private final Marketplace marketplace;
    private final StockHistory history;
    private final StockForecast forecast;
    private final String runId;
    private final int today;

    StockWatch(Marketplace marketplace, StockHistory history, String runId) {
        this.marketplace = marketplace;
        this.history = history;
        this.runId = runId;
        this.today = StockHistory.DAYS_READ;
        this.forecast = StockForecast.at(history, today, StockForecast.HORIZON_DAYS);
    }

    List<Record> rows() {
        List<Record> rows = new ArrayList<>();
        for (int sku = 0; sku < history.skus().size(); sku++) {
            rows.add(row(sku));
        }
        return rows;
    }

    private Record row(int sku) {
        SkuStock stock = history.skus().get(sku);
        SkuDetails details = history.details().get(sku);
        int units = stock.closing(today);
        int from = today - DemandRates.DAYS;
        double perDay = forecast.risks().perDay(sku);
        Cover cover = perDay > 0 ? forecast.risks().cover(sku, units) : null;
        LostSales lost = perDay > 0 ? LostSales.of(stock, forecast.risks(), sku, from, today) : null;
        List<StockStatus> statuses = statuses(sku, stock);
        Instant recordedAt = stock.newestAt();
        return SmallTables.row(
                TABLE,
                marketplace.id(),
                stock.skuId(),
                details.supplierId(),
                details.nameZh(),
                details.nameEn(),
                details.categoryId(),
                units,
                recordedAt == null ? null : recordedAt.atOffset(ZoneOffset.UTC),
                recordedAt == null ? null : hours(recordedAt),
                (long) stock.units(from, today),
                stock.availableDays(from, today),
                stock.knownDays(from, today),
                stock.raised(from, today),
                stock.noStockLines(from, today),
                perDay > 0 ? perDay : null,
                cover == null ? null : cover.days(),
                cover == null ? null : cover.low(),
                cover == null ? null : cover.high(),
                forecast.probability(sku, units),
                statuses.get(statuses.size() - 1).column(),
                since(statuses),
                forecast.cases().size(),
                marketplace.knownUntil().atOffset(ZoneOffset.UTC),
                runId,
                stock.missingDays(from, today),
                (long) stock.noStockUnits(from, today),
                lost == null ? null : lost.units(),
                lost == null ? null : lost.low(),
                lost == null ? null : lost.high(),
                lost == null ? null : lost.variance());
    }

    private double hours(Instant recordedAt) {
        return Duration.between(recordedAt, marketplace.knownUntil()).toNanos() / 1000 / MICROS_PER_HOUR;
    }

    /** At the end of each of the last days, and now. */
    private List<StockStatus> statuses(int sku, SkuStock stock) {
        Map<Integer, Double> known = new HashMap<>();
        List<StockStatus> statuses = new ArrayList<>();
        StockStatus status = StockStatus.OK;
        for (int day = today - STATUS_DAYS; day <= today; day++) {
            if (stock.isKnown(day)) {
                status = status.next(
                        known.computeIfAbsent(stock.closing(day), units -> forecast.probability(sku, units)));
                statuses.add(status);
            }
        }
        return statuses;
    }

    /** First day of the status; null if it is older than what is looked at. */
    private @Nullable LocalDate since(List<StockStatus> statuses) {
        StockStatus now = statuses.get(statuses.size() - 1);
        for (int back = 1; back < statuses.size(); back++) {
            if (statuses.get(statuses.size() - 1 - back) != now) {
                return history.firstDay().plusDays(today - back + 1L);
            }
        }
        return null;
    }
}
