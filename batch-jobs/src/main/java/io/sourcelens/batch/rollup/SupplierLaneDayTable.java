/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.rollup;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import io.sourcelens.batch.core.CoreTables;
import io.sourcelens.batch.core.Keys;
import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.Notes;
import io.sourcelens.batch.marketplace.MarketplaceDays;
import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.util.List;
import org.apache.iceberg.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Keeps {@code rollup.supplier_lane_day} up to date: the promised days of parcels that changed or were scanned. */
public final class SupplierLaneDayTable {
    private static final LakeTable TABLE = LakeTable.rollup(Schemas.rollup("supplier_lane_day"));
    private static final List<String> PROMISES = List.of("promised_dispatch_at", "promised_delivery_at");

    private final Lake lake;
    private final CoreTables core;

    public SupplierLaneDayTable(Lake lake, CoreTables core) {
        this.lake = lake;
        this.core = core;
    }

    /** Computes the touched days again. */
    public RollupResult refresh(Marketplaces marketplaces) {
        Table table = lake.ensure(TABLE);
        RollupInputs inputs =
                new RollupInputs(lake, core, lake.notes(table), marketplaces, List.of("parcel", "tracking_scan"));
        if (inputs.nothing()) {
            return RollupResult.unchanged(TABLE.name());
        }
        if (inputs.everything()) {
            Dataset<Row> all =
                    SupplierLaneDay.rollup(lake.read("core.parcel"), lake.read("core.tracking_scan"), marketplaces);
            lake.overwrite(all, TABLE, lit(true), inputs.seen());
            return RollupResult.everything(TABLE.name());
        }
        return refresh(touched(inputs, marketplaces), marketplaces, inputs.seen());
    }

    private RollupResult refresh(MarketplaceDays days, Marketplaces marketplaces, Notes seen) {
        if (days.isEmpty()) {
            lake.note("rollup." + TABLE.name(), seen);
            return RollupResult.unchanged(TABLE.name());
        }
        lake.overwriteByFew(ofDays(days, marketplaces), TABLE, days.ofDate("day"), seen);
        return RollupResult.days(TABLE.name(), days.size());
    }

    /** No parcel is scanned before its order is placed. The other promise of a parcel is of another day, and stays out. */
    private Dataset<Row> ofDays(MarketplaceDays days, Marketplaces marketplaces) {
        Dataset<Row> parcels = lake.read("core.parcel")
                .filter(days.ofInstant(PROMISES.get(0), marketplaces)
                        .or(days.ofInstant(PROMISES.get(1), marketplaces)));
        Object first = parcels.agg(min("created_at")).head().get(0);
        Dataset<Row> scans = Keys.only(
                lake.read("core.tracking_scan").filter(col("scanned_at").geq(lit(first))), parcels, "parcel_id");
        return SupplierLaneDay.rollup(parcels, scans, marketplaces).filter(days.ofDate("day"));
    }

    private MarketplaceDays touched(RollupInputs inputs, Marketplaces marketplaces) {
        MarketplaceDays touched = MarketplaceDays.none();
        inputs.changes("parcel")
                .ifPresent(changes -> touched.addAll(MarketplaceDays.collect(withDays(changes, marketplaces))));
        inputs.changes("tracking_scan")
                .ifPresent(scans -> touched.addAll(Keys.days(
                        withDays(lake.read("core.parcel"), marketplaces),
                        "created_at",
                        scans,
                        "scanned_at",
                        "parcel_id")));
        return touched;
    }

    /** One row per parcel and promise. */
    private static Dataset<Row> withDays(Dataset<Row> parcels, Marketplaces marketplaces) {
        Column[] days =
                PROMISES.stream().map(promise -> marketplaces.day(col(promise))).toArray(Column[]::new);
        return parcels.withColumn("day", explode(array(days)));
    }
}
