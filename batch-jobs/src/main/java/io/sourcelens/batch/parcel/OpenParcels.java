/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.parcel;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import io.sourcelens.batch.marketplace.Marketplaces;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Parcels as they are known at as_of, and those of them that are still on their way. */
final class OpenParcels {
    /** Parcels older than that are given up. */
    static final int DAYS = 60;

    private static final String[] KEY = {"marketplace", "parcel_id"};

    private OpenParcels() {}

    /** {@code core.parcel} of the last days, without cancelled ones; what happened after as_of did not happen yet. */
    static Dataset<Row> known(Dataset<Row> parcels, Marketplaces marketplaces) {
        return parcels.filter(not(col("deleted")))
                .filter(recent("created_at", marketplaces))
                .withColumn("cancelled_at", until(col("cancelled_at"), marketplaces))
                .filter(col("cancelled_at").isNull())
                .withColumn("delivered_at", until(col("delivered_at"), marketplaces));
    }

    /** {@code core.tracking_scan} of the last days up to as_of. */
    static Dataset<Row> scans(Dataset<Row> scans, Marketplaces marketplaces) {
        return scans.filter(not(col("deleted"))).filter(recent("scanned_at", marketplaces));
    }

    private static Column recent(String instant, Marketplaces marketplaces) {
        return marketplaces.condition(one -> col(instant)
                .geq(lit(one.start(one.today().minusDays(DAYS))))
                .and(col(instant).leq(lit(one.knownUntil()))));
    }

    private static Column until(Column instant, Marketplaces marketplaces) {
        return when(marketplaces.condition(one -> instant.leq(lit(one.knownUntil()))), instant);
    }

    /**
     * Those that are not delivered, with {@code last_scanned_at} and the {@code seller_id} of their order.
     *
     * @param parcels of {@link #known}
     * @param scans of {@link #scans}
     * @param orders {@code core.order}
     */
    static Dataset<Row> open(Dataset<Row> parcels, Dataset<Row> scans, Dataset<Row> orders) {
        Dataset<Row> undelivered = parcels.filter(col("delivered_at").isNull());
        Dataset<Row> lastScans = scans.join(undelivered.select(KEY[0], KEY[1]), KEY, "left_semi")
                .groupBy(KEY[0], KEY[1])
                .agg(
                        max("scanned_at").as("last_scanned_at"),
                        max(col("kind").equalTo("delivered")).as("is_delivered"));
        return undelivered
                .join(lastScans, KEY, "left")
                .filter(not(coalesce(col("is_delivered"), lit(false))))
                .join(
                        orders.filter(not(col("deleted"))).select("marketplace", "order_id", "seller_id"),
                        new String[] {"marketplace", "order_id"},
                        "left");
    }
}
