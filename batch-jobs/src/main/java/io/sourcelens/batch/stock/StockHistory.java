/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.stock;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.iceberg.data.Record;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * What happened to the stock of one marketplace's skus on each day of some weeks.
 *
 * @param firstDay day 0
 * @param skus those with a level in these days, in the order of their ids
 */
public record StockHistory(LocalDate firstDay, List<SkuStock> skus, List<SkuDetails> details) {
    /** Days before an instant from which its forecast is made: four weeks to learn from, each from the four before it. */
    public static final int DAYS_READ = 56;

    public StockHistory {
        skus = List.copyOf(skus);
        details = List.copyOf(details);
    }

    /**
     * Of each marketplace with a level in the days: {@value #DAYS_READ} before the one that is not over, and that one.
     *
     * @param stockDays see {@link io.sourcelens.batch.rollup.SkuStockDay#known}
     * @param lines {@code core.order_line}
     * @param details of skus, by marketplace and sku
     */
    static Map<Marketplace, StockHistory> collect(
            Dataset<Row> stockDays,
            Dataset<Row> lines,
            Marketplaces marketplaces,
            Map<String, Map<String, SkuDetails>> details) {
        return collect(stockDays, lines, marketplaces, details, DAYS_READ);
    }

    /** The same of more days. */
    public static Map<Marketplace, StockHistory> collect(
            Dataset<Row> stockDays,
            Dataset<Row> lines,
            Marketplaces marketplaces,
            Map<String, Map<String, SkuDetails>> details,
            int days) {
        Marketplaces all = marketplaces;
        Map<String, Map<String, SkuStock>> found = shown(stockDays, all, days);
        ordered(lines, all, days, found);
        Map<Marketplace, StockHistory> histories = new HashMap<>();
        found.forEach((id, skus) -> {
            Marketplace one = all.find(id).orElseThrow();
            Map<String, SkuDetails> known = details.getOrDefault(id, Map.of());
            histories.put(
                    one,
                    new StockHistory(
                            one.unfinishedDay().minusDays(days),
                            skus.values().stream().map(SkuStock::complete).toList(),
                            skus.keySet().stream()
                                    .map(sku -> known.getOrDefault(sku, SkuDetails.UNKNOWN))
                                    .toList()));
        });
        return histories;
    }

    /** The levels alone, by marketplace and sku, not yet carried from day to day. */
    static Map<String, Map<String, SkuStock>> shown(Dataset<Row> stockDays, Marketplaces marketplaces, int days) {
        Map<String, Map<String, SkuStock>> found = new HashMap<>();
        Iterator<Row> cells = stockDays.toLocalIterator();
        while (cells.hasNext()) {
            Row row = cells.next();
            sku(found, marketplaces, row, days)
                    .shown(
                            day(marketplaces, row, days),
                            new SkuStock.Levels(
                                    row.<Integer>getAs("first"),
                                    row.<Integer>getAs("lowest"),
                                    row.<Integer>getAs("closing"),
                                    row.<Double>getAs("first_share"),
                                    row.<Double>getAs("shown_share"),
                                    row.<Integer>getAs("raised"),
                                    row.<java.sql.Timestamp>getAs("newest_at").toInstant()));
        }
        return found;
    }

    private static void ordered(
            Dataset<Row> lines, Marketplaces all, int days, Map<String, Map<String, SkuStock>> found) {
        if (found.isEmpty()) {
            return;
        }
        Dataset<Row> ofDays = OrderedCells.of(
                lines.filter(all.condition(one -> col("ordered_at")
                        .geq(lit(one.start(one.unfinishedDay().minusDays(days))))
                        .and(col("ordered_at").leq(lit(one.knownUntil()))))),
                all);
        Iterator<Row> cells = ofDays.toLocalIterator();
        while (cells.hasNext()) {
            Row row = cells.next();
            if (found.getOrDefault(row.getString(0), Map.of()).containsKey(row.getString(1))) {
                sku(found, all, row, days)
                        .ordered(
                                day(all, row, days),
                                row.<Integer>getAs("units"),
                                row.<Integer>getAs("lines"),
                                row.<Integer>getAs("no_stock_lines"),
                                row.<Integer>getAs("no_stock_units"));
            }
        }
    }

    private static SkuStock sku(Map<String, Map<String, SkuStock>> found, Marketplaces all, Row row, int days) {
        return found.computeIfAbsent(row.<String>getAs("marketplace"), any -> new TreeMap<>())
                .computeIfAbsent(row.<String>getAs("sku_id"), id -> new SkuStock(id, days + 1));
    }

    private static int day(Marketplaces all, Row row, int days) {
        LocalDate end = all.find(row.<String>getAs("marketplace")).orElseThrow().unfinishedDay();
        return days
                - (int) ChronoUnit.DAYS.between(row.<java.sql.Date>getAs("day").toLocalDate(), end);
    }

    /** What a sku is. */
    public record SkuDetails(
            @Nullable String supplierId,
            @Nullable String categoryId,
            @Nullable String nameZh,
            @Nullable String nameEn) {
        static final SkuDetails UNKNOWN = new SkuDetails(null, null, null, null);

        /** By marketplace and sku, from rows of {@code core.sku}. */
        public static Map<String, Map<String, SkuDetails>> all(List<Record> skus) {
            Map<String, Map<String, SkuDetails>> details = new HashMap<>();
            skus.forEach(row -> details.computeIfAbsent((String) row.getField("marketplace"), any -> new HashMap<>())
                    .put((String) row.getField("sku_id"), of(row)));
            return details;
        }

        private static SkuDetails of(Record row) {
            return new SkuDetails(
                    (String) row.getField("supplier_id"),
                    (String) row.getField("category_id"),
                    (String) row.getField("name_zh"),
                    (String) row.getField("name_en"));
        }
    }

    /** A number for each sku: those of one category have the same. */
    int[] categories() {
        return numbered(details.stream().map(SkuDetails::categoryId).toList());
    }

    /** A number for each sku: those of one supplier have the same. */
    int[] suppliers() {
        return numbered(details.stream().map(SkuDetails::supplierId).toList());
    }

    private static int[] numbered(List<@Nullable String> names) {
        TreeSet<String> sorted = new TreeSet<>();
        names.forEach(name -> sorted.add(name == null ? "" : name));
        List<String> order = List.copyOf(sorted);
        Map<String, Integer> numbers = new HashMap<>();
        order.forEach(name -> numbers.put(name, numbers.size()));
        return names.stream()
                .mapToInt(name -> numbers.get(name == null ? "" : name))
                .toArray();
    }
}
