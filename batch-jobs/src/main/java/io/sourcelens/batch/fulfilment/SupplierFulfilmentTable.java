/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.fulfilment;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.Notes;
import io.sourcelens.batch.lake.SmallTables;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.mart.Basis;
import io.sourcelens.batch.mart.MartResult;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.data.Record;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Keeps {@code mart.supplier_fulfilment} up to date. */
public final class SupplierFulfilmentTable {
    private static final LakeTable TABLE = LakeTable.mart(Schemas.mart("supplier_fulfilment"));

    private final Lake lake;
    private final SmallTables small;

    public SupplierFulfilmentTable(Lake lake) {
        this.lake = lake;
        this.small = new SmallTables(lake);
    }

    /** Computes every figure again if anything changed that they are made of. */
    public MartResult refresh(Basis basis) {
        Notes now = Notes.NONE
                .with("parcels", version("rollup.parcel_outcome"))
                .with("lines", version("rollup.supplier_category_day"))
                .with("core.supplier", version("core.supplier"))
                .with("rules", basis.rules())
                .with("as-of", basis.asOf());
        if (lake.notes(lake.ensure(TABLE)).equals(now)) {
            return MartResult.unchanged(TABLE.name());
        }
        List<Record> rows = new ArrayList<>();
        for (Marketplace marketplace : basis.marketplaces().all()) {
            rows.addAll(rows(
                    lake.read("rollup.parcel_outcome"),
                    lake.read("rollup.supplier_category_day"),
                    marketplace,
                    small.supplierNames(marketplace.id()),
                    basis.withScans().contains(marketplace.id()),
                    basis.runId()));
        }
        small.replace(rows, TABLE, now);
        return MartResult.written(TABLE.name(), List.of());
    }

    /**
     * Rows of one marketplace.
     *
     * @param outcomes {@code rollup.parcel_outcome}
     * @param days {@code rollup.supplier_category_day}
     * @param names of suppliers
     * @param scanned whether the marketplace delivers carrier scans
     */
    public static List<Record> rows(
            Dataset<Row> outcomes,
            Dataset<Row> days,
            Marketplace marketplace,
            Map<String, @Nullable String> names,
            boolean scanned,
            String runId) {
        SupplierFulfilment fulfilment = new SupplierFulfilment(marketplace);
        FulfilmentInputs.parcels(outcomes, marketplace, fulfilment::add);
        FulfilmentInputs.lines(days, marketplace).forEach(fulfilment::add);
        return new FulfilmentRows(TABLE, marketplace, names, scanned, runId).rows(fulfilment.figures());
    }

    private long version(String table) {
        return Lake.version(lake.find(table).orElseThrow());
    }
}
