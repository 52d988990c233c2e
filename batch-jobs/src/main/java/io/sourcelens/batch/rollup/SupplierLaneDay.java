/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.rollup;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.batch.supplier.LateDelivery;
import io.sourcelens.batch.supplier.LateDispatch;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** {@code rollup.supplier_lane_day}: a supplier's parcels to one province by the day of their promises. */
final class SupplierLaneDay {
    private static final String[] GRAIN = {"marketplace", "day", "supplier_id", "ship_to_province"};
    private static final String DISPATCH = "dispatch";
    private static final String DELIVERY = "delivery";

    private SupplierLaneDay() {}

    /**
     * Counts parcels. A parcel counts on two days, those of its promised dispatch and of its promised delivery.
     *
     * @param parcels {@code core.parcel} with a promise on those days
     * @param scans {@code core.tracking_scan}, at least of those parcels
     */
    static Dataset<Row> rollup(Dataset<Row> parcels, Dataset<Row> scans, Marketplaces marketplaces) {
        Column dispatch = promise(
                DISPATCH,
                marketplaces.day(col("promised_dispatch_at")),
                LateDispatch.late(col("first_scanned_at"), col("promised_dispatch_at")),
                col("first_scanned_at").isNull());
        Column delivery = promise(
                DELIVERY,
                marketplaces.day(col("promised_delivery_at")),
                LateDelivery.late(col("arrived_at"), col("promised_delivery_at")),
                col("arrived_at").isNull());
        return LateDelivery.followed(parcels, scans)
                .select(
                        col("marketplace"),
                        col("supplier_id"),
                        coalesce(col("ship_to_province"), lit("unknown")).as("ship_to_province"),
                        explode(array(dispatch, delivery)).as("promise"))
                .select("marketplace", "supplier_id", "ship_to_province", "promise.*")
                .filter(col("day").isNotNull())
                .groupBy(GRAIN[0], GRAIN[1], GRAIN[2], GRAIN[3])
                .agg(
                        total("dispatch_due"),
                        total("dispatch_late"),
                        total("dispatch_missing"),
                        total("delivery_due"),
                        total("delivery_late"),
                        total("delivery_missing"));
    }

    /** One of a parcel's promises, counted beside the other one's zeros. */
    private static Column promise(String promise, Column day, Column late, Column missing) {
        List<Column> fields = new ArrayList<>();
        fields.add(day.as("day"));
        for (String one : List.of(DISPATCH, DELIVERY)) {
            Column own = lit(one.equals(promise));
            fields.add(oneIf(own).as(one + "_due"));
            fields.add(oneIf(own.and(late)).as(one + "_late"));
            fields.add(oneIf(own.and(missing)).as(one + "_missing"));
        }
        return struct(fields.toArray(Column[]::new));
    }

    private static Column oneIf(Column condition) {
        return when(condition, lit(1L)).otherwise(lit(0L));
    }

    private static Column total(String counted) {
        return sum(counted).as(counted);
    }
}
