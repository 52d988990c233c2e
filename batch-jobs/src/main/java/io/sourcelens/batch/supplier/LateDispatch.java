/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.supplier;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Late dispatch: the carrier's first scan is after the promised dispatch, or there is none. That the supplier said
 * "dispatched" proves nothing. Whether a parcel is due yet is for the reader to ask: see {@link SupplierScorecard}.
 */
public final class LateDispatch {
    private LateDispatch() {}

    /** Whether a parcel that is due was dispatched late. */
    public static Column late(Column firstScannedAt, Column promisedDispatchAt) {
        return firstScannedAt.isNull().or(firstScannedAt.gt(promisedDispatchAt));
    }

    /**
     * Parcels that had a promise to keep, with {@code first_scanned_at}, {@code late} and {@code not_scanned}.
     *
     * @param parcels {@code core.parcel}
     * @param scans {@code core.tracking_scan}, at least of those parcels
     * @return one row per parcel that was promised and not cancelled
     */
    public static Dataset<Row> judge(Dataset<Row> parcels, Dataset<Row> scans) {
        Dataset<Row> firstScans = scans.filter(not(col("deleted")))
                .groupBy("marketplace", "parcel_id")
                .agg(min("scanned_at").as("first_scanned_at"));
        return parcels.filter(not(col("deleted")))
                .filter(col("cancelled_at").isNull())
                .filter(col("promised_dispatch_at").isNotNull())
                .join(firstScans, new String[] {"marketplace", "parcel_id"}, "left")
                .withColumn("late", late(col("first_scanned_at"), col("promised_dispatch_at")))
                .withColumn("not_scanned", col("first_scanned_at").isNull());
    }
}
