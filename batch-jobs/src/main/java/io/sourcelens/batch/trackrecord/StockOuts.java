/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.SmallTables;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.batch.rollup.SkuStockDay;
import io.sourcelens.batch.stock.StockCase;
import io.sourcelens.batch.stock.StockForecast;
import io.sourcelens.batch.stock.StockHistory;
import io.sourcelens.batch.stock.StockHistory.SkuDetails;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The track record of stock-outs. What happened to stock on a day is final when the day is over, so the days before an
 * origin are what was known then; the forecast is made of those days alone.
 */
final class StockOuts implements Subject {
    private static final int DAYS_BEHIND = 42;

    @Override
    public String name() {
        return "stock";
    }

    @Override
    public int horizonDays() {
        return StockForecast.HORIZON_DAYS;
    }

    @Override
    public List<String> predictionColumns() {
        return Stream.concat(Stream.of("origin", "sku_id", "stock_units", "ran_out"), StockOutScores.methods().stream())
                .toList();
    }

    @Override
    public Backtest run(Lake lake, BacktestPlan plan, Predictions predictions, Consumer<String> progress) {
        LakeAtStart pinned = new LakeAtStart(lake);
        Dataset<Row> levels = ofMarketplace(pinned, plan, "core.stock_level");
        Dataset<Row> stockDays = ofMarketplace(pinned, plan, "rollup.sku_stock_day");
        Dataset<Row> lines = ofMarketplace(pinned, plan, "core.order_line");
        Map<String, Map<String, SkuDetails>> details = SkuDetails.all(new SmallTables(lake).current("sku"));
        Row first = levels.agg(min("recorded_at")).first();
        List<LocalDate> origins = first.isNullAt(0)
                ? List.of()
                : Origins.of(plan, plan.marketplace().day(first.getTimestamp(0).toInstant()), DAYS_BEHIND);
        StockOutScores scores = new StockOutScores(plan.horizonDays(), plan.stepDays());
        for (LocalDate origin : origins) {
            Marketplaces then = knownAtTheEnd(plan, origin);
            int days = StockHistory.DAYS_READ + plan.horizonDays();
            StockHistory history = StockHistory.collect(
                            SkuStockDay.known(stockDays, levels, then, days), lines, then, details, days)
                    .get(then.all().get(0));
            if (history != null) {
                scores.add(
                        origin,
                        StockForecast.at(history, StockHistory.DAYS_READ, plan.horizonDays()),
                        (one, foretold) -> predictions.add(values(origin, one, foretold)));
            }
            progress.accept("%s  %d of %d".formatted(origin, origins.indexOf(origin) + 1, origins.size()));
        }
        scores.reliability().lines(StockOutScores.TARGET, "skus").forEach(progress);
        return new Backtest(
                origins,
                scores.summary("no origin has an outcome: it needs stock levels, %d days of them before it and %d after"
                        .formatted(DAYS_BEHIND, plan.horizonDays())));
    }

    private static Dataset<Row> ofMarketplace(LakeAtStart lake, BacktestPlan plan, String table) {
        return lake.read(table)
                .filter(col("marketplace").equalTo(plan.marketplace().id()));
    }

    /** Known until the last instant of the horizon. */
    private static Marketplaces knownAtTheEnd(BacktestPlan plan, LocalDate origin) {
        Marketplace marketplace = plan.marketplace();
        return new Marketplaces(List.of(marketplace))
                .knownUntil(Map.of(
                        marketplace.id(),
                        marketplace.start(origin.plusDays(plan.horizonDays())).minus(1, ChronoUnit.MICROS)));
    }

    private static Object[] values(LocalDate origin, StockCase one, List<Double> foretold) {
        List<Object> values = new ArrayList<>(List.of(origin, one.skuId(), one.units(), one.ranOut()));
        values.addAll(foretold);
        return values.toArray();
    }
}
