/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.forecast;

import static org.apache.spark.sql.functions.col;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.Notes;
import io.sourcelens.batch.lake.SmallTables;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.batch.mart.Basis;
import io.sourcelens.batch.mart.MartInputs;
import io.sourcelens.batch.mart.MartResult;
import io.sourcelens.batch.supplier.ReportingLag;
import io.sourcelens.batch.supplier.ReportingLags;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.data.Record;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Keeps {@code mart.supplier_forecast} up to date: the suppliers of marketplaces of which anything changed. */
public final class SupplierForecastTable {
    private static final LakeTable TABLE = LakeTable.mart(Schemas.mart("supplier_forecast"));
    private static final List<Integer> HORIZONS = List.of(30, 90);

    private static final List<String> INPUTS =
            List.of("rollup.supplier_lane_day", "rollup.supplier_category_day", "core.supplier");

    private final Lake lake;
    private final SmallTables small;

    public SupplierForecastTable(Lake lake) {
        this.lake = lake;
        this.small = new SmallTables(lake);
    }

    /** Forecasts again where anything changed that forecasts are made of. */
    public MartResult refresh(Basis basis, ReportingLags lags) {
        MartInputs inputs = new MartInputs(lake, basis, basis.rules(), INPUTS);
        Notes now = inputs.notes();
        Notes noted = lake.notes(lake.ensure(TABLE));
        if (noted.equals(now)) {
            return MartResult.unchanged(TABLE.name());
        }
        Marketplaces changed = inputs.changed(noted);
        List<Record> rows = new ArrayList<>();
        for (Marketplace marketplace : changed.all()) {
            ForecastRows mart = new ForecastRows(
                    TABLE,
                    marketplace,
                    small.supplierNames(marketplace.id()),
                    basis.withScans().contains(marketplace.id()),
                    basis.withCases().contains(marketplace.id()),
                    basis.runId());
            List<CountedDays> counted =
                    counted(marketplace, lags.byMarketplace().get(marketplace.id()));
            for (int horizonDays : HORIZONS) {
                rows.addAll(mart.rows(Outlooks.at(marketplace.today(), counted, horizonDays), horizonDays));
            }
        }
        small.replace(rows, TABLE, inputs.replaced(changed), now);
        return MartResult.written(TABLE.name(), List.of());
    }

    private List<CountedDays> counted(Marketplace marketplace, @Nullable ReportingLag lag) {
        List<CountedDays> counted = new ArrayList<>(List.of(new LaneCounts(read(marketplace, "supplier_lane_day"))));
        if (lag != null) {
            counted.add(new DefectCounts(read(marketplace, "supplier_category_day"), marketplace, lag));
        }
        return counted;
    }

    private Dataset<Row> read(Marketplace marketplace, String rollup) {
        return lake.read("rollup." + rollup).filter(col("marketplace").equalTo(marketplace.id()));
    }
}
