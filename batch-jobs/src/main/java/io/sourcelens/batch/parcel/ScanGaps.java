/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.parcel;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.ceil;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import java.util.function.ToIntFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How long parcels wait from one scan to the next, by lane and carrier: whole hours begun. The wait after the newest scan of
 * a parcel that is not delivered is not over: it is at least that long.
 */
final class ScanGaps {
    static final String[] LANE = {"marketplace", "ship_from_province", "ship_to_province", "carrier"};
    private static final double MICROS_PER_HOUR = 3_600e6;

    private ScanGaps() {}

    /**
     * @param parcels see {@link OpenParcels#known}
     * @param scans see {@link OpenParcels#scans}
     * @param oneIn every so many-th parcel of a marketplace is looked at: a percentile doesn't need them all
     * @return columns of the lane, {@code hours}, {@code is_over} (whether the next scan came), {@code is_delivered} (the
     *     parcel), {@code gaps}
     */
    static Dataset<Row> counted(
            Dataset<Row> parcels, Dataset<Row> scans, Marketplaces marketplaces, ToIntFunction<Marketplace> oneIn) {
        Column sampled = marketplaces.condition(one ->
                pmod(xxhash64(col("parcel_id")), lit(oneIn.applyAsInt(one))).equalTo(0));
        Dataset<Row> scanned = scans.filter(sampled)
                .groupBy("marketplace", "parcel_id")
                .agg(
                        array_sort(collect_list(unix_micros(col("scanned_at")))).as("at"),
                        max(when(col("kind").equalTo("delivered"), col("scanned_at")))
                                .as("delivery_scanned_at"));
        Column asOf = marketplaces.value(one -> lit(one.knownUntil()));
        return parcels.filter(sampled)
                .join(scanned, new String[] {"marketplace", "parcel_id"})
                .withColumn("delivered", coalesce(col("delivery_scanned_at"), col("delivered_at")))
                .withColumn("end", unix_micros(coalesce(col("delivered"), asOf)))
                .withColumn("is_delivered", col("delivered").isNotNull())
                .withColumn("stops", expr("concat(filter(at, one -> one < end), array(end))"))
                .withColumn("gap", explode(expr("""
                        transform(slice(stops, 2, greatest(size(stops) - 1, 0)), (stop, i) -> struct(
                            stop - stops[i] AS micros, is_delivered OR i < size(stops) - 2 AS is_over))""")))
                .groupBy(
                        col(LANE[0]),
                        col(LANE[1]),
                        col(LANE[2]),
                        col(LANE[3]),
                        greatest(lit(1L), ceil(col("gap.micros").divide(MICROS_PER_HOUR)))
                                .cast("int")
                                .as("hours"),
                        col("gap.is_over").as("is_over"),
                        col("is_delivered"))
                .agg(count(lit(1)).as("gaps"));
    }
}
