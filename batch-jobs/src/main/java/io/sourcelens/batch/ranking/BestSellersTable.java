/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.ranking;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.Notes;
import io.sourcelens.batch.mart.Basis;
import io.sourcelens.batch.mart.MartResult;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import org.apache.iceberg.Table;

/** Keeps {@code mart.best_sellers} up to date; its lists are small, so all are written at once. */
public final class BestSellersTable {
    private static final LakeTable TABLE = LakeTable.mart(Schemas.mart("best_sellers"));

    private final Lake lake;

    public BestSellersTable(Lake lake) {
        this.lake = lake;
    }

    /** Ranks again if anything changed that ranks are made of. */
    public MartResult refresh(Basis basis, CategoryTree tree) {
        Table table = lake.ensure(TABLE);
        Notes now = Notes.NONE
                .with("rollup", Lake.version(lake.find("rollup.sku_seller_day").orElseThrow()))
                .with("core.sku", Lake.version(lake.find("core.sku").orElseThrow()))
                .with("category-tree", tree.fingerprint())
                .with("rules", basis.rules())
                .with("as-of", basis.asOf());
        if (lake.notes(table).equals(now)) {
            return MartResult.unchanged(TABLE.name());
        }
        lake.replaceByFew(
                BestSellers.mart(
                        lake.read("rollup.sku_seller_day"),
                        lake.read("core.sku"),
                        tree.paths(lake.spark()),
                        basis.marketplaces(),
                        basis.runId()),
                TABLE,
                now);
        return MartResult.written(TABLE.name(), java.util.List.of());
    }
}
