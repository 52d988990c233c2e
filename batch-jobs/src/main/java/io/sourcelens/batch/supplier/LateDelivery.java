/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.supplier;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Late delivery: the parcel was delivered after the promised delivery, or not at all. The carrier's first scan of kind
 * {@code delivered} counts; where there is none, what the marketplace says.
 */
public final class LateDelivery {
    private LateDelivery() {}

    /** Whether a parcel that is due was delivered late. */
    public static Column late(Column arrivedAt, Column promisedDeliveryAt) {
        return arrivedAt.isNull().or(arrivedAt.gt(promisedDeliveryAt));
    }

    /**
     * Parcels that were not cancelled, with {@code first_scanned_at} and {@code arrived_at}, either null until then.
     *
     * @param parcels {@code core.parcel}
     * @param scans {@code core.tracking_scan}, at least of those parcels
     */
    public static Dataset<Row> followed(Dataset<Row> parcels, Dataset<Row> scans) {
        return scanned(
                parcels.filter(not(col("deleted")).and(col("cancelled_at").isNull())), scans);
    }

    /** The given parcels, whatever became of them, with {@code first_scanned_at} and {@code arrived_at}. */
    public static Dataset<Row> scanned(Dataset<Row> parcels, Dataset<Row> scans) {
        Dataset<Row> firstScans = scans.filter(not(col("deleted")))
                .groupBy("marketplace", "parcel_id")
                .agg(
                        min("scanned_at").as("first_scanned_at"),
                        min(when(col("kind").equalTo("delivered"), col("scanned_at")))
                                .as("first_delivered_at"));
        return parcels.join(firstScans, new String[] {"marketplace", "parcel_id"}, "left")
                .withColumn("arrived_at", coalesce(col("first_delivered_at"), col("delivered_at")));
    }
}
