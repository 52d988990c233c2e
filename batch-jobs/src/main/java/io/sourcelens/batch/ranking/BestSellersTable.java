/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.ranking;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.Notes;
import io.sourcelens.batch.marketplace.CategoryTree;
import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.batch.mart.Basis;
import io.sourcelens.batch.mart.MartResult;
import io.sourcelens.batch.rollup.SkuModeDay;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.util.List;
import org.apache.iceberg.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Keeps {@code mart.best_sellers} and {@code mart.best_match_groups} up to date; lists are small, so all are written at once. */
public final class BestSellersTable {
    private final Lake lake;

    public BestSellersTable(Lake lake) {
        this.lake = lake;
    }

    private interface Ranking {
        Dataset<Row> of(
                Dataset<Row> rollup, Dataset<Row> skus, Dataset<Row> paths, Marketplaces marketplaces, String runId);
    }

    /** Ranks skus again if anything changed that ranks are made of. */
    public MartResult refresh(Basis basis, CategoryTree tree) {
        return refresh("best_sellers", BestSellers::mart, basis, tree);
    }

    /** Ranks match groups again if anything changed that ranks are made of. */
    public MartResult refreshMatchGroups(Basis basis, CategoryTree tree) {
        return refresh("best_match_groups", BestSellers::ofMatchGroups, basis, tree);
    }

    private MartResult refresh(String mart, Ranking ranking, Basis basis, CategoryTree tree) {
        LakeTable definition = LakeTable.mart(Schemas.mart(mart));
        Table table = lake.ensure(definition);
        Notes now = Notes.NONE
                .with("version", Schemas.mart(mart).version())
                .with("rollup", Lake.version(lake.find("rollup.sku_mode_day").orElseThrow()))
                .with("core.sku", Lake.version(lake.find("core.sku").orElseThrow()))
                .with("category-tree", tree.fingerprint())
                .with("rules", basis.rules())
                .with("as-of", basis.asOf());
        if (lake.notes(table).equals(now)) {
            return MartResult.unchanged(mart);
        }
        lake.replaceByFew(
                ranking.of(
                        SkuModeDay.ofAllModes(lake.read("rollup.sku_mode_day")),
                        lake.read("core.sku"),
                        tree.paths(lake.spark()),
                        basis.marketplaces(),
                        basis.runId()),
                definition,
                now);
        return MartResult.written(mart, List.of());
    }
}
