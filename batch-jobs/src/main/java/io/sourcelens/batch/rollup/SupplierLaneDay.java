/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.rollup;

import static io.sourcelens.batch.lake.Columns.countIf;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.batch.supplier.LateDelivery;
import io.sourcelens.batch.supplier.LateDispatch;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** {@code rollup.supplier_lane_day}: a supplier's parcels to one province by the day of their promises. */
final class SupplierLaneDay {
    private static final String[] GRAIN = {"marketplace", "day", "supplier_id", "ship_to_province"};

    private SupplierLaneDay() {}

    /**
     * Counts parcels. A parcel counts on two days, those of its promised dispatch and of its promised delivery.
     *
     * @param parcels {@code core.parcel} with a promise on those days
     * @param scans {@code core.tracking_scan}, at least of those parcels
     */
    static Dataset<Row> rollup(Dataset<Row> parcels, Dataset<Row> scans, Marketplaces marketplaces) {
        Dataset<Row> followed = LateDelivery.followed(parcels, scans)
                .withColumn("ship_to_province", coalesce(col("ship_to_province"), lit("unknown")));
        Dataset<Row> dispatch = counted(
                followed.withColumn("day", marketplaces.day(col("promised_dispatch_at"))),
                "dispatch",
                LateDispatch.late(col("first_scanned_at"), col("promised_dispatch_at")),
                col("first_scanned_at").isNull());
        Dataset<Row> delivery = counted(
                followed.withColumn("day", marketplaces.day(col("promised_delivery_at"))),
                "delivery",
                LateDelivery.late(col("arrived_at"), col("promised_delivery_at")),
                col("arrived_at").isNull());
        return dispatch.unionByName(delivery, true)
                .groupBy(GRAIN[0], GRAIN[1], GRAIN[2], GRAIN[3])
                .agg(
                        total("dispatch_due"),
                        total("dispatch_late"),
                        total("dispatch_missing"),
                        total("delivery_due"),
                        total("delivery_late"),
                        total("delivery_missing"));
    }

    private static Dataset<Row> counted(Dataset<Row> followed, String promise, Column late, Column missing) {
        return followed.filter(col("day").isNotNull())
                .groupBy(GRAIN[0], GRAIN[1], GRAIN[2], GRAIN[3])
                .agg(
                        count(lit(1)).as(promise + "_due"),
                        countIf(late).as(promise + "_late"),
                        countIf(missing).as(promise + "_missing"));
    }

    private static Column total(String counted) {
        return coalesce(sum(counted), lit(0L)).as(counted);
    }
}
