/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.assortment;

import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Skus that arrived, with the days and instants that each of their ages begins and ends at. */
final class ArrivalAges {
    private static final StructType COLUMNS = new StructType()
            .add("marketplace", DataTypes.StringType, false)
            .add("sku_id", DataTypes.StringType, false)
            .add("age_days", DataTypes.IntegerType, false)
            .add("arrived", DataTypes.DateType, false)
            .add("until", DataTypes.DateType, false)
            .add("stock_since", DataTypes.TimestampType, false)
            .add("stock_until", DataTypes.TimestampType, false);

    private ArrivalAges() {}

    /** One row per sku and age. */
    static Dataset<Row> rows(List<Arrival> arrivals, Marketplaces marketplaces, SparkSession spark) {
        List<Row> rows = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            Marketplace one = marketplaces.find(arrival.marketplace()).orElseThrow();
            for (int age : Starts.AGES) {
                LocalDate until = arrival.day().plusDays(age);
                rows.add(RowFactory.create(
                        one.id(),
                        arrival.skuId(),
                        age,
                        Date.valueOf(arrival.day()),
                        Date.valueOf(until),
                        Timestamp.from(one.start(arrival.day().minusDays(Starts.STOCK_DAYS_BEFORE))),
                        Timestamp.from(one.start(until))));
            }
        }
        return spark.createDataFrame(rows, COLUMNS);
    }
}
