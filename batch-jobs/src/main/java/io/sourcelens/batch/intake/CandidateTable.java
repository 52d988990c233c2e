/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.intake;

import io.sourcelens.batch.intake.CatalogueSku.Catalogue;
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
import java.util.Map;
import org.apache.iceberg.data.Record;

/** Keeps {@code mart.intake_candidate} up to date. */
public final class CandidateTable {
    private static final LakeTable TABLE = LakeTable.mart(Schemas.mart("intake_candidate"));

    private final Lake lake;
    private final SmallTables small;

    public CandidateTable(Lake lake) {
        this.lake = lake;
        this.small = new SmallTables(lake);
    }

    /** Looks for candidates again if anything changed that they are made of. */
    public MartResult refresh(Basis basis, CategoryTree tree, Demands demands) {
        OpportunityWeights weights = OpportunityWeights.released();
        Notes now = demands.notes()
                .with("version", Schemas.mart(TABLE.name()).version())
                .with("category-tree", tree.fingerprint())
                .with("weights", weights.version());
        if (lake.notes(lake.ensure(TABLE)).equals(now)) {
            return MartResult.unchanged(TABLE.name());
        }
        Map<String, Catalogue> catalogues = Catalogue.all(small.current("sku"));
        List<Record> rows = new ArrayList<>();
        demands.byMarketplace().forEach((id, demand) -> {
            Marketplace marketplace = basis.marketplaces().find(id).orElseThrow();
            Catalogue catalogue = catalogues.getOrDefault(id, Catalogue.empty());
            boolean wholeHistory = demand.isWhole(marketplace);
            List<Candidate> candidates = Candidates.of(
                    Subject.goods(demand, catalogue, wholeHistory),
                    Subject.places(demand, tree, id, wholeHistory),
                    Supply.of(demand.skus()).lateDelivery());
            rows.addAll(new CandidateRows(TABLE, marketplace, catalogue, weights, basis.runId()).rows(candidates));
        });
        small.replace(rows, TABLE, now);
        return MartResult.written(TABLE.name(), List.of());
    }
}
