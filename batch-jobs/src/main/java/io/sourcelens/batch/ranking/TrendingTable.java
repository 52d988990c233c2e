/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.ranking;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.Notes;
import io.sourcelens.batch.lake.SmallTables;
import io.sourcelens.batch.mart.Basis;
import io.sourcelens.batch.mart.MartResult;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.util.List;
import java.util.Set;

/** Keeps {@code mart.trending} up to date; its lists are small, so all are written at once. */
public final class TrendingTable {
    private static final LakeTable TABLE = LakeTable.mart(Schemas.mart("trending"));

    private final Lake lake;

    public TrendingTable(Lake lake) {
        this.lake = lake;
    }

    /**
     * Ranks again if anything changed that ranks are made of.
     *
     * @param withListings see {@link Trending}
     */
    public MartResult refresh(Basis basis, CategoryTree tree, Set<String> withListings) {
        Notes now = Notes.NONE
                .with("rollup", version("rollup.sku_seller_day"))
                .with("core.order_line", version("core.order_line"))
                .with("core.listing", version("core.listing"))
                .with("core.sku", version("core.sku"))
                .with("category-tree", tree.fingerprint())
                .with("rules", basis.rules())
                .with("as-of", basis.asOf());
        if (lake.notes(lake.ensure(TABLE)).equals(now)) {
            return MartResult.unchanged(TABLE.name());
        }
        Trending trending = new Trending(basis.marketplaces(), tree, withListings, basis.runId());
        new SmallTables(lake)
                .replace(
                        trending.mart(
                                lake.read("rollup.sku_seller_day"),
                                lake.read("core.order_line"),
                                lake.read("core.listing"),
                                lake.read("core.sku")),
                        TABLE,
                        now);
        return MartResult.written(TABLE.name(), List.of());
    }

    private long version(String table) {
        return Lake.version(lake.find(table).orElseThrow());
    }
}
