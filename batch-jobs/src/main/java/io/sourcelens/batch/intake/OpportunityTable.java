/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.intake;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.Notes;
import io.sourcelens.batch.lake.SmallTables;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.mart.Basis;
import io.sourcelens.batch.mart.MartResult;
import io.sourcelens.batch.ranking.CategoryTree;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.data.Record;

/** Keeps {@code mart.intake_opportunity} up to date; margins and forecasts have to be before it. */
public final class OpportunityTable {
    private static final LakeTable TABLE = LakeTable.mart(Schemas.mart("intake_opportunity"));

    private final Lake lake;

    public OpportunityTable(Lake lake) {
        this.lake = lake;
    }

    /** Computes it again if anything changed that it is made of. */
    public MartResult refresh(Basis basis, CategoryTree tree) {
        OpportunityWeights weights = OpportunityWeights.released();
        Notes now = Notes.NONE
                .with("rollup", version("rollup.sku_seller_day"))
                .with("core.sku", version("core.sku"))
                .with("margins", version("mart.margin_distribution"))
                .with("forecasts", version("mart.supplier_forecast"))
                .with("category-tree", tree.fingerprint())
                .with("weights", weights.version())
                .with("rules", basis.rules())
                .with("as-of", basis.asOf());
        if (lake.notes(lake.ensure(TABLE)).equals(now)) {
            return MartResult.unchanged(TABLE.name());
        }
        List<Record> rows = new ArrayList<>();
        Demand.collect(Demand.summed(
                        lake.read("rollup.sku_seller_day"),
                        lake.read("core.sku"),
                        lake.read("mart.margin_distribution"),
                        lake.read("mart.supplier_forecast"),
                        basis.marketplaces()))
                .forEach((id, demand) -> {
                    Marketplace marketplace = basis.marketplaces().find(id).orElseThrow();
                    rows.addAll(new OpportunityRows(TABLE, marketplace, tree, weights, basis.runId()).rows(demand));
                });
        new SmallTables(lake).replace(rows, TABLE, now);
        return MartResult.written(TABLE.name(), List.of());
    }

    private long version(String table) {
        return Lake.version(lake.find(table).orElseThrow());
    }
}
