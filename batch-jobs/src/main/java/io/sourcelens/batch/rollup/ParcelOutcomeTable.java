/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.rollup;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import io.sourcelens.batch.core.CoreTables;
import io.sourcelens.batch.core.Keys;
import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.marketplace.MarketplaceDays;
import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Keeps {@code rollup.parcel_outcome} up to date: the days of parcels that changed or were scanned. */
public final class ParcelOutcomeTable {
    private static final LakeTable TABLE = LakeTable.rollup(Schemas.rollup("parcel_outcome"));

    private final Lake lake;
    private final CoreTables core;

    public ParcelOutcomeTable(Lake lake, CoreTables core) {
        this.lake = lake;
        this.core = core;
    }

    /** Computes the touched days again. */
    public RollupResult refresh(Marketplaces marketplaces) {
        RollupInputs inputs = new RollupInputs(
                lake, core, lake.notes(lake.ensure(TABLE)), marketplaces, List.of("parcel", "tracking_scan"));
        if (inputs.nothing()) {
            return RollupResult.unchanged(TABLE.name());
        }
        if (inputs.everything()) {
            Dataset<Row> all =
                    ParcelOutcome.rollup(lake.read("core.parcel"), lake.read("core.tracking_scan"), marketplaces);
            lake.overwrite(all, TABLE, lit(true), inputs.seen());
            return RollupResult.everything(TABLE.name());
        }
        MarketplaceDays days = touched(inputs, marketplaces);
        if (days.isEmpty()) {
            lake.note("rollup." + TABLE.name(), inputs.seen());
            return RollupResult.unchanged(TABLE.name());
        }
        lake.overwriteByFew(ofDays(days, marketplaces), TABLE, days.ofDate("day"), inputs.seen());
        return RollupResult.days(TABLE.name(), days.size());
    }

    /** No parcel is scanned before its order is placed. */
    private Dataset<Row> ofDays(MarketplaceDays days, Marketplaces marketplaces) {
        Column promised = days.ofInstant("promised_dispatch_at", marketplaces);
        Column unpromised = col("promised_dispatch_at").isNull().and(days.ofInstant("created_at", marketplaces));
        Dataset<Row> parcels = lake.read("core.parcel").filter(promised.or(unpromised));
        Object first = parcels.agg(min("created_at")).head().get(0);
        Dataset<Row> scans = Keys.only(
                lake.read("core.tracking_scan").filter(col("scanned_at").geq(lit(first))), parcels, "parcel_id");
        return ParcelOutcome.rollup(parcels, scans, marketplaces);
    }

    private MarketplaceDays touched(RollupInputs inputs, Marketplaces marketplaces) {
        MarketplaceDays touched = MarketplaceDays.none();
        Column day = marketplaces.day(ParcelOutcome.DUE_AT);
        inputs.changes("parcel")
                .ifPresent(changes -> touched.addAll(MarketplaceDays.collect(changes.withColumn("day", day))));
        inputs.changes("tracking_scan")
                .ifPresent(scans -> touched.addAll(Keys.days(
                        lake.read("core.parcel").withColumn("day", day),
                        "created_at",
                        scans,
                        "scanned_at",
                        "parcel_id")));
        return touched;
    }
}
