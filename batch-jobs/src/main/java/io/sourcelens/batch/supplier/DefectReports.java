/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.supplier;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.unix_seconds;

import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.batch.supplier.ReportingLag.Reports;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How long after their orders defects are reported. */
public final class DefectReports {
    /** Habits of reporting change; a quarter beside the longest window tells enough of them. */
    private static final int AGE_DAYS = 180;

    private DefectReports() {}

    /**
     * The curve of every marketplace that has enough reports.
     *
     * @param lines {@code core.order_line}
     * @param cases {@code core.after_sale_case}
     */
    public static Map<String, ReportingLag> lags(Dataset<Row> lines, Dataset<Row> cases, Marketplaces marketplaces) {
        Map<String, List<Reports>> reports = new HashMap<>();
        reports(lines, cases, marketplaces)
                .collectAsList()
                .forEach(row -> reports.computeIfAbsent(row.getString(0), any -> new ArrayList<>())
                        .add(new Reports((int) row.getLong(1), (int) row.getLong(2), row.getLong(3))));
        Map<String, ReportingLag> lags = new HashMap<>();
        for (Marketplace marketplace : marketplaces.all()) {
            ReportingLag lag =
                    ReportingLag.of(reports.getOrDefault(marketplace.id(), List.of()), marketplace.returnWindowDays());
            if (lag != null) {
                lags.put(marketplace.id(), lag);
            }
        }
        return lags;
    }

    private static Dataset<Row> reports(Dataset<Row> lines, Dataset<Row> cases, Marketplaces marketplaces) {
        Column recent = marketplaces.condition(
                one -> col("ordered_at").gt(lit(one.knownUntil().minus(Duration.ofDays(AGE_DAYS)))));
        Column asOf = marketplaces.value(one -> lit(one.knownUntil()));
        Dataset<Row> first = cases.filter(not(col("deleted")).and(Defect.IS_REASON))
                .groupBy("marketplace", "order_line_id")
                .agg(min("opened_at").as("opened_at"));
        return lines.filter(not(col("deleted"))
                        .and(col("status").notEqual("cancelled"))
                        .and(recent))
                .join(first, new String[] {"marketplace", "order_line_id"})
                .groupBy(
                        col("marketplace"),
                        days(col("ordered_at"), asOf).as("age_days"),
                        days(col("ordered_at"), col("opened_at")).as("lag_days"))
                .agg(count(lit(1)))
                .filter(col("lag_days").geq(0).and(col("lag_days").lt(col("age_days"))));
    }

    private static Column days(Column from, Column to) {
        return floor(unix_seconds(to)
                .minus(unix_seconds(from))
                .divide(Duration.ofDays(1).toSeconds()));
    }
}
