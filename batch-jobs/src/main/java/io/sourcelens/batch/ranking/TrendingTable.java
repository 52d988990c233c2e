/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.ranking;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.Notes;
import io.sourcelens.batch.lake.SmallTables;
import io.sourcelens.batch.marketplace.CategoryTree;
import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.batch.mart.Basis;
import io.sourcelens.batch.mart.MartInputs;
import io.sourcelens.batch.mart.MartResult;
import io.sourcelens.batch.rollup.SkuModeDay;
import io.sourcelens.batch.rollup.SkuStockDay;
import io.sourcelens.batch.stock.Shortages;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.data.Record;

/** Keeps {@code mart.trending} up to date: the lists of marketplaces of which anything changed. */
public final class TrendingTable {
    private static final LakeTable TABLE = LakeTable.mart(Schemas.mart("trending"));

    private static final List<String> INPUTS =
            List.of("rollup.sku_mode_day", "rollup.sku_stock_day", "core.order_line", "core.listing", "core.sku");

    private final Lake lake;

    public TrendingTable(Lake lake) {
        this.lake = lake;
    }

    /**
     * Ranks again where anything changed that ranks are made of.
     *
     * @param withListings see {@link Trending}
     */
    public MartResult refresh(Basis basis, CategoryTree tree, Set<String> withListings) {
        MartInputs inputs = new MartInputs(lake, basis, basis.rules() + "|" + tree.fingerprint(), INPUTS);
        Notes now = inputs.notes();
        Notes noted = lake.notes(lake.ensure(TABLE));
        if (noted.equals(now)) {
            return MartResult.unchanged(TABLE.name());
        }
        Marketplaces changed = inputs.changed(noted);
        Trending trending = new Trending(changed, tree, withListings, basis.runId());
        List<Record> rows = trending.mart(
                SkuModeDay.ofAllModes(lake.read("rollup.sku_mode_day")),
                Shortages.collect(
                        SkuStockDay.over(lake.read("rollup.sku_stock_day"), changed, Trending.EVIDENCE_DAYS_READ),
                        changed,
                        Trending.EVIDENCE_DAYS_READ),
                lake.read("core.order_line"),
                lake.read("core.listing"),
                lake.read("core.sku"));
        new SmallTables(lake).replace(rows, TABLE, inputs.replaced(changed), now);
        return MartResult.written(TABLE.name(), List.of());
    }
}
