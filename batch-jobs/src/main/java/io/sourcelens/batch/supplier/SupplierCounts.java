/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.supplier;

import static io.sourcelens.batch.lake.Columns.sumIf;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_diff;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Counts of suppliers over windows of days. */
final class SupplierCounts {
    static final List<Integer> WINDOWS = List.of(30, 90);

    static final int LONGEST = 90;

    private static final List<String> COUNTED = List.of(
            "parcels_due",
            "parcels_late",
            "parcels_not_scanned",
            "order_lines",
            "defect_lines",
            "settled_lines",
            "reported_millionths",
            "parcels_due_squared",
            "parcels_due_cubed",
            "parcels_late_squared",
            "parcels_late_by_due",
            "order_lines_squared",
            "order_lines_cubed",
            "defect_lines_squared",
            "defect_lines_by_order");

    private SupplierCounts() {}

    /**
     * Sums days into windows.
     *
     * @param rollup {@code rollup.supplier_category_day}
     * @param dueToday parcels of today, the last day, that were due before as_of; same columns
     * @param settledOnEdge settled lines of the day that is settled in part: marketplace, supplier_id, category_id, day,
     *     settled_lines
     * @param lags by marketplace
     */
    static Dataset<Row> windows(
            Dataset<Row> rollup,
            Dataset<Row> dueToday,
            Dataset<Row> settledOnEdge,
            Marketplaces marketplaces,
            Map<String, ReportingLag> lags) {
        Column today = marketplaces.value(one -> lit(one.today()));
        Column settled = marketplaces.condition(one -> col("day").lt(lit(one.day(one.settledUntil()))));
        Dataset<Row> days = rollup.withColumn(
                        "settled_lines", when(settled, col("order_lines")).otherwise(lit(0L)))
                .withColumn(
                        "reported_millionths",
                        col("order_lines").multiply(marketplaces.value(one -> reported(one, lags.get(one.id())))))
                .withColumn("parcels_due", notToday("parcels_due", today))
                .withColumn("parcels_late", notToday("parcels_late", today))
                .withColumn("parcels_not_scanned", notToday("parcels_not_scanned", today));
        Dataset<Row> parts = days.unionByName(dueToday, true)
                .unionByName(settledOnEdge, true)
                .withColumn("parcels_due_squared", product("parcels_due", "parcels_due"))
                .withColumn("parcels_due_cubed", product("parcels_due", "parcels_due", "parcels_due"))
                .withColumn("parcels_late_squared", product("parcels_late", "parcels_late"))
                .withColumn("parcels_late_by_due", product("parcels_late", "parcels_due"))
                .withColumn("order_lines_squared", product("order_lines", "order_lines"))
                .withColumn("order_lines_cubed", product("order_lines", "order_lines", "order_lines"))
                .withColumn("defect_lines_squared", product("defect_lines", "defect_lines"))
                .withColumn("defect_lines_by_order", product("defect_lines", "order_lines"));
        return parts.filter(daysRead(marketplaces))
                .groupBy("marketplace", "supplier_id", "category_id")
                .agg(
                        sums(marketplaces).get(0),
                        sums(marketplaces).stream().skip(1).toArray(Column[]::new))
                .select(
                        col("marketplace"),
                        col("supplier_id"),
                        col("category_id"),
                        explode(array(windows().toArray(Column[]::new))).as("window"))
                .select("marketplace", "supplier_id", "category_id", "window.*")
                .filter(col("parcels_due").plus(col("order_lines")).gt(0));
    }

    /** Whole millionths, so that sums are the same in any order. */
    private static Column reported(Marketplace marketplace, @Nullable ReportingLag lag) {
        if (lag == null) {
            return lit(0L);
        }
        Column[] byDay = IntStream.range(0, LONGEST)
                .mapToObj(ago -> lit(Math.round(1e6 * lag.reportedOf(ago, marketplace.daysOfToday()))))
                .toArray(Column[]::new);
        return get(array(byDay), date_diff(lit(marketplace.today()), col("day")));
    }

    static Column daysRead(Marketplaces marketplaces) {
        return marketplaces.condition(one -> col("day")
                .gt(lit(one.today().minusDays(LONGEST)))
                .and(col("day").leq(lit(one.today()))));
    }

    private static Column notToday(String counted, Column today) {
        return when(col("day").equalTo(today), lit(0L)).otherwise(col(counted));
    }

    private static Column product(String... counted) {
        return Arrays.stream(counted)
                .map(name -> col(name))
                .reduce(Column::multiply)
                .orElseThrow();
    }

    private static List<Column> sums(Marketplaces marketplaces) {
        List<Column> sums = new ArrayList<>();
        for (int days : WINDOWS) {
            Column within =
                    marketplaces.condition(one -> col("day").gt(lit(one.today().minusDays(days))));
            COUNTED.forEach(counted ->
                    sums.add(sumIf(within, coalesce(col(counted), lit(0L))).as(counted + "_" + days)));
        }
        return sums;
    }

    private static List<Column> windows() {
        List<Column> windows = new ArrayList<>();
        for (int days : WINDOWS) {
            List<Column> fields = new ArrayList<>();
            fields.add(lit(days).as("window_days"));
            COUNTED.forEach(counted -> fields.add(col(counted + "_" + days).as(counted)));
            windows.add(struct(fields.toArray(Column[]::new)));
        }
        return windows;
    }

    static List<SupplierCount> collect(Dataset<Row> windows) {
        return windows
                .select(Stream.concat(
                                Stream.of("marketplace", "supplier_id", "category_id", "window_days"), COUNTED.stream())
                        .map(name -> col(name))
                        .toArray(Column[]::new))
                .collectAsList()
                .stream()
                .map(row -> new SupplierCount(
                        row.getString(0),
                        row.getString(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8),
                        row.getLong(9),
                        row.getLong(10),
                        new DayClusters(
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(11),
                                row.getLong(12),
                                row.getLong(13),
                                row.getLong(14)),
                        new DayClusters(
                                row.getLong(7),
                                row.getLong(8),
                                row.getLong(15),
                                row.getLong(16),
                                row.getLong(17),
                                row.getLong(18))))
                .toList();
    }
}
