/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.intake;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.Notes;
import io.sourcelens.batch.lake.SmallTables;
import io.sourcelens.batch.marketplace.CategoryTree;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.mart.Basis;
import io.sourcelens.batch.mart.MartResult;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.data.Record;

/** Keeps {@code mart.intake_opportunity} up to date; margins, forecasts and the stock watch have to be before it. */
public final class OpportunityTable {
    private static final LakeTable TABLE = LakeTable.mart(Schemas.mart("intake_opportunity"));

    private final Lake lake;

    public OpportunityTable(Lake lake) {
        this.lake = lake;
    }

    /** Computes it again if anything changed that it is made of. */
    public MartResult refresh(Basis basis, CategoryTree tree, Demands demands) {
        OpportunityWeights weights = OpportunityWeights.released();
        Notes now = demands.notes()
                .with("version", Schemas.mart(TABLE.name()).version())
                .with("category-tree", tree.fingerprint())
                .with("weights", weights.version());
        if (lake.notes(lake.ensure(TABLE)).equals(now)) {
            return MartResult.unchanged(TABLE.name());
        }
        List<Record> rows = new ArrayList<>();
        demands.byMarketplace().forEach((id, demand) -> {
            Marketplace marketplace = basis.marketplaces().find(id).orElseThrow();
            rows.addAll(new OpportunityRows(TABLE, marketplace, tree, weights, basis.runId()).rows(demand));
        });
        new SmallTables(lake).replace(rows, TABLE, now);
        return MartResult.written(TABLE.name(), List.of());
    }
}
