/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.parcel;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.Notes;
import io.sourcelens.batch.lake.SmallTables;
import io.sourcelens.batch.mart.Basis;
import io.sourcelens.batch.mart.MartResult;
import java.util.List;
import org.apache.iceberg.data.Record;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Keeps {@code mart.stuck_parcel} up to date. */
public final class StuckParcelTable {
    /** So many parcels say enough about every lane; of more, every second, third and so on is looked at. */
    private static final long ENOUGH_PARCELS = 2_000_000;

    private final Lake lake;

    public StuckParcelTable(Lake lake) {
        this.lake = lake;
    }

    /** Looks again if a parcel, a scan or the time has changed. */
    public MartResult refresh(Basis basis) {
        Notes now = Notes.NONE
                .with("core.parcel", version("core.parcel"))
                .with("core.tracking_scan", version("core.tracking_scan"))
                .with("core.order", version("core.order"))
                .with("rules", basis.rules())
                .with("as-of", basis.asOf());
        if (lake.notes(lake.ensure(StuckParcels.TABLE)).equals(now)) {
            return MartResult.unchanged(StuckParcels.TABLE.name());
        }
        Dataset<Row> parcels = OpenParcels.known(lake.read("core.parcel"), basis.marketplaces());
        Dataset<Row> scans = OpenParcels.scans(lake.read("core.tracking_scan"), basis.marketplaces());
        long all = Lake.rowCount(lake.find("core.parcel").orElseThrow());
        int oneIn = (int) (1 + all / ENOUGH_PARCELS);
        GapLimits limits = GapLimits.of(
                ScanGaps.counted(parcels, scans, basis.marketplaces(), oneIn).collectAsList());
        StuckParcels stuck = new StuckParcels(basis.marketplaces(), basis.withScans(), limits, basis.runId());
        List<Record> rows = stuck.mart(OpenParcels.open(parcels, scans, lake.read("core.order")));
        new SmallTables(lake).replace(rows, StuckParcels.TABLE, now);
        return MartResult.written(StuckParcels.TABLE.name(), List.of());
    }

    private long version(String table) {
        return Lake.version(lake.find(table).orElseThrow());
    }
}
