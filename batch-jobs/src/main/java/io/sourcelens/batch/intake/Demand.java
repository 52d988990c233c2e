/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.intake;

import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.stock.LostSales;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How the skus of a marketplace were ordered in the newest eight whole weeks.
 *
 * @param firstDay with an order in these weeks
 * @param skus with an order in these weeks, by sku_id
 */
record Demand(LocalDate firstDay, List<SkuDemand> skus) {
    static final int DAYS = 7 * SkuDemand.WEEKS;

    /**
     * By marketplace.
     *
     * @param summed see {@link DemandSums}
     */
    static Map<String, Demand> collect(Dataset<Row> summed) {
        Map<String, List<SkuDemand>> skus = new TreeMap<>();
        Map<String, LocalDate> firstDays = new TreeMap<>();
        for (Row row : summed.collectAsList()) {
            String marketplace = row.getAs("marketplace");
            skus.computeIfAbsent(marketplace, any -> new ArrayList<>()).add(of(row));
            firstDays.merge(
                    marketplace,
                    row.<java.sql.Date>getAs("first_day").toLocalDate(),
                    (one, other) -> one.isBefore(other) ? one : other);
        }
        Map<String, Demand> demand = new TreeMap<>();
        skus.forEach((marketplace, found) -> {
            // In one order, so that sums are the same whatever the order of arrival.
            found.sort(Comparator.comparing(SkuDemand::skuId));
            demand.put(marketplace, new Demand(firstDays.get(marketplace), found));
        });
        return demand;
    }

    /** Whether the eight weeks lie within what is known: there is an order in the first of them. */
    boolean isWhole(Marketplace marketplace) {
        return firstDay.isBefore(marketplace.unfinishedDay().minusDays(DAYS - 7L));
    }

    private static SkuDemand of(Row row) {
        long[] orders = new long[SkuDemand.WEEKS];
        for (int week = 0; week < orders.length; week++) {
            orders[week] = row.<Long>getAs("orders_" + week);
        }
        Long lines = row.getAs("order_lines");
        Double outOfStockDays = row.getAs("out_of_stock_days");
        return new SkuDemand(
                row.getAs("sku_id"),
                row.getAs("category_id"),
                row.getAs("supplier_id"),
                orders,
                row.<Long>getAs("units_newest"),
                row.<Long>getAs("units_before"),
                row.<Long>getAs("revenue"),
                row.<Long>getAs("sellers"),
                row.getAs("contribution_median_minor"),
                lines == null ? 0 : lines,
                row.getAs("late_delivery"),
                outOfStockDays == null ? 0 : outOfStockDays,
                outOfStockDays == null ? null : lost(row));
    }

    private static LostSales lost(Row row) {
        return new LostSales(
                row.<Double>getAs("missed_units"),
                row.<Double>getAs("lost_units_variance"),
                row.<Long>getAs("no_stock_units"));
    }
}
