/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.assortment;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.Notes;
import io.sourcelens.batch.lake.SmallTables;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.batch.mart.Basis;
import io.sourcelens.batch.mart.MartInputs;
import io.sourcelens.batch.mart.MartResult;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.data.Record;

/** Keeps {@code mart.intake_cohort} up to date; margins have to be before it. */
public final class CohortTable {
    private static final LakeTable TABLE = LakeTable.mart(Schemas.mart("intake_cohort"));
    private static final List<String> INPUTS = List.of("mart.margin_sku_seller_day", "core.stock_level", "core.sku");

    private final Lake lake;
    private final SmallTables small;

    public CohortTable(Lake lake) {
        this.lake = lake;
        this.small = new SmallTables(lake);
    }

    /** Counts the cohorts of marketplaces of which anything changed. */
    public MartResult refresh(Basis basis) {
        MartInputs inputs = new MartInputs(lake, basis, basis.rules(), INPUTS);
        Notes now = inputs.notes();
        Notes noted = lake.notes(lake.ensure(TABLE));
        if (noted.equals(now)) {
            return MartResult.unchanged(TABLE.name());
        }
        Marketplaces changed = inputs.changed(noted);
        Catalogue catalogue = Catalogue.of(small.current("sku"), changed, Catalogue.firstDays(lake));
        List<Arrival> arrivals = Arrival.all(
                catalogue, changed, Arrival.firstSales(lake.read("mart.margin_sku_seller_day"), catalogue, changed));
        Map<Arrival, Start[]> starts =
                Starts.of(arrivals, lake.read("mart.margin_sku_seller_day"), lake.read("core.stock_level"), changed);
        List<Record> rows = new ArrayList<>();
        for (Marketplace one : changed.all()) {
            Map<Arrival, Start[]> own = new HashMap<>(starts);
            own.keySet().removeIf(arrival -> !arrival.marketplace().equals(one.id()));
            rows.addAll(new CohortRows(TABLE, one, catalogue.hasDates(one), basis.runId()).rows(own));
        }
        small.replace(rows, TABLE, inputs.replaced(changed), now);
        return MartResult.written(TABLE.name(), List.of());
    }
}
