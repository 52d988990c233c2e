/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.parcel;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.Notes;
import io.sourcelens.batch.lake.SmallTables;
import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.batch.mart.Basis;
import io.sourcelens.batch.mart.MartInputs;
import io.sourcelens.batch.mart.MartResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Keeps {@code mart.stuck_parcel} up to date: the parcels of marketplaces of which anything changed. */
public final class StuckParcelTable {
    /** So many parcels say enough about every lane; of more, every second, third and so on is looked at. */
    private static final long ENOUGH_PARCELS = 2_000_000;

    private static final List<String> INPUTS = List.of("core.parcel", "core.tracking_scan", "core.order");

    private final Lake lake;

    public StuckParcelTable(Lake lake) {
        this.lake = lake;
    }

    /** Looks again where a parcel, a scan or the time has changed. */
    public MartResult refresh(Basis basis) {
        MartInputs inputs = new MartInputs(lake, basis, basis.rules(), INPUTS);
        Notes now = inputs.notes();
        Notes noted = lake.notes(lake.ensure(StuckParcels.TABLE));
        if (noted.equals(now)) {
            return MartResult.unchanged(StuckParcels.TABLE.name());
        }
        Marketplaces changed = inputs.changed(noted);
        Dataset<Row> parcels = OpenParcels.known(lake.read("core.parcel"), changed);
        Dataset<Row> scans = OpenParcels.scans(lake.read("core.tracking_scan"), changed);
        Map<String, Long> known = rowsByMarketplace(lake.find("core.parcel").orElseThrow());
        GapLimits limits = GapLimits.of(ScanGaps.counted(parcels, scans, changed, one ->
                        (int) (1 + known.getOrDefault(one.id(), 0L) / ENOUGH_PARCELS))
                .collectAsList());
        StuckParcels stuck = new StuckParcels(changed, basis.withScans(), limits, basis.runId());
        List<Record> rows = stuck.mart(OpenParcels.open(parcels, scans, lake.read("core.order")));
        new SmallTables(lake).replace(rows, StuckParcels.TABLE, inputs.replaced(changed), now);
        return MartResult.written(StuckParcels.TABLE.name(), List.of());
    }

    /** From what the lake keeps of every file: no row is read. */
    private static Map<String, Long> rowsByMarketplace(Table table) {
        Map<String, Long> rows = new HashMap<>();
        try (CloseableIterable<FileScanTask> files = table.newScan().planFiles()) {
            files.forEach(task -> rows.merge(
                    task.file().partition().get(0, String.class), task.file().recordCount(), Long::sum));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot plan the files of " + table.name(), e);
        }
        return rows;
    }
}
