/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.ranking;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.batch.rollup.SkuModeDay;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Orders of one marketplace's skus on each of its last days.
 *
 * @param end first day that is not over
 * @param skus ascending
 * @param orders by sku and day; the last one is the day before {@code end}
 */
record DailyOrders(LocalDate end, List<String> skus, int[][] orders) {
    DailyOrders {
        skus = List.copyOf(skus);
    }

    /**
     * Of each marketplace with an order in the last days.
     *
     * @param rollup orders of skus by day: {@link SkuModeDay#ofAllModes}, or {@code rollup.sku_seller_day}; at least of those days
     */
    static Map<Marketplace, DailyOrders> collect(Dataset<Row> rollup, Marketplaces marketplaces, int days) {
        Map<String, List<Cell>> cells = new HashMap<>();
        rollup.filter(marketplaces.condition(one -> col("day")
                        .geq(lit(one.unfinishedDay().minusDays(days)))
                        .and(col("day").lt(lit(one.unfinishedDay())))))
                .filter(col("orders").gt(0))
                .groupBy("marketplace", "sku_id", "day")
                .agg(sum("orders").cast("int"))
                .collectAsList()
                .forEach(row -> cells.computeIfAbsent(row.getString(0), any -> new ArrayList<>())
                        .add(new Cell(row.getString(1), row.getDate(2).toLocalDate(), row.getInt(3))));
        Map<Marketplace, DailyOrders> collected = new HashMap<>();
        cells.forEach((id, ofMarketplace) -> {
            Marketplace one = marketplaces.find(id).orElseThrow();
            collected.put(one, of(one.unfinishedDay(), ofMarketplace));
        });
        return collected;
    }

    /** Orders of a sku on one day. */
    record Cell(String skuId, LocalDate day, int orders) {}

    /** From cells of days before {@code end}, in any order; a sku and day may come in several. */
    static DailyOrders of(LocalDate end, List<Cell> cells) {
        LocalDate first =
                cells.stream().map(Cell::day).min(Comparator.naturalOrder()).orElse(end);
        int days = (int) ChronoUnit.DAYS.between(first, end);
        TreeMap<String, int[]> bySku = new TreeMap<>();
        cells.forEach(cell -> bySku.computeIfAbsent(cell.skuId(), any -> new int[days])[
                        (int) ChronoUnit.DAYS.between(first, cell.day())] +=
                cell.orders());
        return new DailyOrders(end, List.copyOf(bySku.keySet()), bySku.values().toArray(int[][]::new));
    }

    int days() {
        return orders.length == 0 ? 0 : orders[0].length;
    }

    /** Of a sku, the last day first. */
    int[] lastDays(int sku, int days) {
        int[] back = new int[days];
        for (int k = 0; k < days; k++) {
            back[k] = orders[sku][days() - 1 - k];
        }
        return back;
    }

    /** Of a sku, from one day up to but not including another. */
    int ordered(int sku, int from, int until) {
        int sum = 0;
        for (int day = from; day < until; day++) {
            sum += orders[sku][day];
        }
        return sum;
    }
}
