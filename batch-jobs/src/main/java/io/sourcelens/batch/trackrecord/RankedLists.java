/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import io.sourcelens.batch.lake.Lake;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The track record of a ranked list. */
final class RankedLists implements Subject {
    static final Subject BEST_SELLERS = new RankedLists("best-sellers", RankedList::bestSellers, Relevance.UNITS);
    static final Subject TRENDING = new RankedLists("trending", RankedList::trending, Relevance.ORDER_GAIN);

    private static final int LENGTH = 100;
    private static final int FIRST_PLACES = 20;

    private final String name;
    private final RankedList published;
    private final Relevance relevance;

    private RankedLists(String name, RankedList published, Relevance relevance) {
        this.name = name;
        this.published = published;
        this.relevance = relevance;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int horizonDays() {
        return 7;
    }

    @Override
    public List<String> predictionColumns() {
        return List.of("origin", "method", "rank", "sku_id", "relevance", "among_the_most_relevant");
    }

    @Override
    public Backtest run(Lake lake, BacktestPlan plan, Predictions predictions, Consumer<String> progress) {
        LakeAtStart pinned = new LakeAtStart(lake);
        Dataset<Row> rollup = pinned.read("rollup.sku_seller_day")
                .filter(col("marketplace").equalTo(plan.marketplace().id()));
        LocalDate firstDay = rollup.agg(min("day")).first().getDate(0).toLocalDate();
        boolean cancels = !rollup.filter(col("cancelled_order_lines").gt(0)).isEmpty();
        List<LocalDate> origins = Origins.of(plan, firstDay, SkuSales.DAYS);
        OriginScores scores = new OriginScores(target(), plan.horizonDays(), plan.stepDays());
        List<Metric> metrics = List.of(Metric.PRECISION_20, Metric.NDCG_100);
        metrics.forEach(metric -> methods().forEach(method -> scores.expect(method, metric)));
        origins.forEach(origin -> {
            AsKnownAt known = new AsKnownAt(pinned, plan.marketplace(), origin, cancels);
            List<SkuSales> sales = SkuSales.before(origin, known.rollup(SkuSales.DAYS));
            Dataset<Row> horizon = rollup.filter(
                    col("day").geq(lit(origin)).and(col("day").lt(lit(origin.plusDays(plan.horizonDays())))));
            ListMetrics judge = new ListMetrics(relevance.of(sales, horizon, plan.horizonDays()));
            lists(known, sales).forEach((method, list) -> {
                add(scores, origin, method, list, judge);
                keep(predictions, origin, method, list, judge);
            });
            progress.accept("%s  %d of %d".formatted(origin, origins.indexOf(origin) + 1, origins.size()));
        });
        return new Backtest(
                origins,
                scores.summary("no origin has an outcome: it needs %d days of data before it and %d after"
                        .formatted(SkuSales.DAYS, plan.horizonDays())));
    }

    private String target() {
        return relevance.name().toLowerCase(Locale.ROOT);
    }

    private List<String> methods() {
        List<String> plain =
                Arrays.stream(PlainList.values()).map(PlainList::method).toList();
        return Stream.concat(Stream.of(Score.PUBLISHED), plain.stream()).toList();
    }

    private Map<String, List<String>> lists(AsKnownAt known, List<SkuSales> sales) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        lists.put(Score.PUBLISHED, published.skus(known));
        for (PlainList plain : PlainList.values()) {
            lists.put(plain.method(), plain.skus(sales, LENGTH));
        }
        return lists;
    }

    private static void add(
            OriginScores scores, LocalDate origin, String method, List<String> list, ListMetrics judge) {
        scores.add(origin, method, Metric.PRECISION_20, judge.precision(list, FIRST_PLACES), FIRST_PLACES);
        scores.add(origin, method, Metric.NDCG_100, judge.ndcg(list, LENGTH), LENGTH);
    }

    private static void keep(
            Predictions predictions, LocalDate origin, String method, List<String> list, ListMetrics judge) {
        Set<String> right = judge.mostRelevant();
        for (int i = 0; i < list.size(); i++) {
            String sku = list.get(i);
            predictions.add(origin, method, i + 1, sku, judge.relevance().getOrDefault(sku, 0.0), right.contains(sku));
        }
    }
}
