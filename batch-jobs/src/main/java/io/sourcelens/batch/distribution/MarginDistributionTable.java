/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.distribution;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.Notes;
import io.sourcelens.batch.lake.SmallTables;
import io.sourcelens.batch.marketplace.CategoryTree;
import io.sourcelens.batch.mart.Basis;
import io.sourcelens.batch.mart.MartResult;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Keeps {@code mart.margin_distribution} up to date. */
public final class MarginDistributionTable {
    private static final LakeTable TABLE = LakeTable.mart(Schemas.mart("margin_distribution"));

    private final Lake lake;

    public MarginDistributionTable(Lake lake) {
        this.lake = lake;
    }

    /** Computes it again if anything changed that it is made of. */
    public MartResult refresh(Basis basis, CategoryTree tree) {
        Notes now = Notes.NONE
                .with(
                        "rollup",
                        Lake.version(lake.find("rollup.sku_supplier_day").orElseThrow()))
                .with("core.sku", Lake.version(lake.find("core.sku").orElseThrow()))
                .with("category-tree", tree.fingerprint())
                .with("rules", basis.rules())
                .with("as-of", basis.asOf());
        if (lake.notes(lake.ensure(TABLE)).equals(now)) {
            return MartResult.unchanged(TABLE.name());
        }
        Dataset<Row> summed =
                SkuMargins.summed(lake.read("rollup.sku_supplier_day"), lake.read("core.sku"), basis.marketplaces());
        new SmallTables(lake).replace(new MarginDistribution(basis).rows(SkuMargins.collect(summed, tree)), TABLE, now);
        return MartResult.written(TABLE.name(), List.of());
    }
}
