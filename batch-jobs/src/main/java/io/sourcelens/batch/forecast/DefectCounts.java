/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.forecast;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_diff;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.rollup.SupplierCategoryDay;
import io.sourcelens.batch.supplier.ReportingLag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Order lines and those that are known to be defective, by first-level category. Of young lines a part of the defects is
 * reported: they are evidence for as many lines as would have reported all of theirs. J. F. Lawless, Adjustments for reporting
 * delays and the prediction of occurred but not reported events, Canadian Journal of Statistics 22 (1994), 15–31.
 *
 * @param days {@code rollup.supplier_category_day} of one marketplace
 * @param marketplace known until what the days know of
 */
public record DefectCounts(Dataset<Row> days, Marketplace marketplace, ReportingLag lag) implements CountedDays {
    /** Lines whose sku has no category count among all alone. */
    private static final String NO_CATEGORY = "none";

    private static final double MILLIONTHS = 1e6;

    @Override
    public Map<Target, List<TrialCount>> collect(Periods periods) {
        Map<Cell, Sums> all = new HashMap<>();
        List<TrialCount> counts = new ArrayList<>();
        days.filter(periods.hold(col("day")).and(col("order_lines").gt(0)))
                .groupBy(col("supplier_id"), periods.ago(col("day")), col("category_id"))
                .agg(
                        sum("order_lines"),
                        sum("defect_lines"),
                        sum(col("order_lines").multiply(reportedMillionths())))
                .collectAsList()
                .forEach(row -> {
                    Cell cell = new Cell(row.getString(0), row.getInt(1));
                    Sums sums = new Sums(row.getLong(3), row.getLong(4), row.getLong(5));
                    boolean total = row.getString(2).equals(SupplierCategoryDay.ALL);
                    all.merge(cell, total ? sums : sums.negative(), Sums::plus);
                    if (!total) {
                        counts.add(count(cell, row.getString(2), sums));
                    }
                });
        all.forEach((cell, left) -> {
            if (left.lines() > 0) {
                counts.add(count(cell, NO_CATEGORY, left));
            }
        });
        return Map.of(Target.DEFECT, counts);
    }

    private record Cell(String supplierId, int periodsAgo) {}

    /** @param millionths of the lines, as far as their defects are reported: whole, so that sums are the same in any order */
    private record Sums(long lines, long defects, long millionths) {
        Sums negative() {
            return new Sums(-lines, -defects, -millionths);
        }

        Sums plus(Sums more) {
            return new Sums(lines + more.lines, defects + more.defects, millionths + more.millionths);
        }
    }

    private static TrialCount count(Cell cell, String category, Sums sums) {
        return new TrialCount(
                cell.supplierId(),
                category,
                cell.periodsAgo(),
                sums.lines(),
                sums.defects(),
                0,
                sums.millionths() / MILLIONTHS);
    }

    private Column reportedMillionths() {
        Column[] byDaysAgo = IntStream.rangeClosed(0, marketplace.returnWindowDays() + 1)
                .mapToObj(ago -> lit(Math.round(MILLIONTHS * lag.reportedOf(ago, marketplace.daysOfToday()))))
                .toArray(Column[]::new);
        Column daysAgo = date_diff(lit(marketplace.today()), col("day"));
        return coalesce(get(array(byDaysAgo), daysAgo), lit(Math.round(MILLIONTHS)));
    }
}
