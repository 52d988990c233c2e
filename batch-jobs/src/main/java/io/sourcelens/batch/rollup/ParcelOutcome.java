/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.rollup;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.batch.supplier.LateDelivery;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** {@code rollup.parcel_outcome}: what became of parcels, so that nobody has to join all scans again. */
final class ParcelOutcome {
    /** A parcel stands on the day of this instant. */
    static final Column DUE_AT = coalesce(col("promised_dispatch_at"), col("created_at"));

    private ParcelOutcome() {}

    /**
     * One row per parcel that is not deleted.
     *
     * @param parcels {@code core.parcel}
     * @param scans {@code core.tracking_scan}, at least of those parcels
     */
    static Dataset<Row> rollup(Dataset<Row> parcels, Dataset<Row> scans, Marketplaces marketplaces) {
        return LateDelivery.scanned(parcels.filter(not(col("deleted"))), scans)
                .withColumn("day", marketplaces.day(DUE_AT))
                .filter(col("day").isNotNull());
    }
}
