/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.drilldown;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_micros;

import io.sourcelens.batch.mart.Basis;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** {@code mart.supplier_event}: the parcels and lines that the scorecard's numerators count, one by one. */
final class SupplierEvents {
    private static final double MICROS_PER_HOUR = TimeUnit.HOURS.toMicros(1);

    private SupplierEvents() {}

    /**
     * Those that are late or defective. Where no scans are delivered, nothing is known to be late.
     *
     * @param parcels judged parcels that are due, see {@link io.sourcelens.batch.rollup.SupplierJudgements}
     * @param lines judged lines
     */
    static Dataset<Row> mart(Dataset<Row> parcels, Dataset<Row> lines, Basis basis) {
        Dataset<Row> late = parcels.filter(col("late")
                        .and(basis.marketplaces()
                                .condition(one -> lit(basis.withScans().contains(one.id())))))
                .withColumn("target", lit("late_dispatch"))
                .withColumn("item_id", col("parcel_id"))
                .withColumn("hours_late", hours(col("promised_dispatch_at"), col("first_scanned_at")))
                .select(
                        "marketplace",
                        "supplier_id",
                        "target",
                        "category_id",
                        "day",
                        "order_id",
                        "item_id",
                        "promised_dispatch_at",
                        "first_scanned_at",
                        "hours_late");
        Dataset<Row> defects = lines.filter(col("defect"))
                .withColumn("target", lit("defect"))
                .withColumn("item_id", col("order_line_id"))
                .select(
                        "marketplace",
                        "supplier_id",
                        "target",
                        "category_id",
                        "day",
                        "order_id",
                        "item_id",
                        "first_case.reason",
                        "first_case.opened_at");
        return late.unionByName(defects, true)
                .withColumn("as_of", basis.marketplaces().value(one -> lit(one.knownUntil())))
                .withColumn("run_id", lit(basis.runId()));
    }

    private static Column hours(Column from, Column to) {
        return unix_micros(to).minus(unix_micros(from)).divide(MICROS_PER_HOUR);
    }
}
