/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.ranking;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.Notes;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.batch.mart.Basis;
import io.sourcelens.batch.mart.MartInputs;
import io.sourcelens.batch.mart.MartResult;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.util.List;
import org.apache.spark.sql.Column;

/** Keeps {@code mart.sku_sales} up to date: the rows of marketplaces of which anything changed. */
public final class SkuSalesTable {
    private static final LakeTable TABLE = LakeTable.mart(Schemas.mart("sku_sales"));
    private static final List<String> INPUTS = List.of("rollup.sku_mode_day", "core.sku", "core.supplier");

    private final Lake lake;

    public SkuSalesTable(Lake lake) {
        this.lake = lake;
    }

    /** Sums again where anything changed. */
    public MartResult refresh(Basis basis) {
        MartInputs inputs = new MartInputs(lake, basis, basis.rules(), INPUTS);
        Notes now = inputs.notes();
        Notes noted = lake.notes(lake.ensure(TABLE));
        if (noted.equals(now)) {
            return MartResult.unchanged(TABLE.name());
        }
        Marketplaces changed = inputs.changed(noted);
        Column replaced = changed.equals(basis.marketplaces())
                ? lit(true)
                : col("marketplace")
                        .isin(changed.all().stream().map(Marketplace::id).toArray());
        lake.overwriteByFew(
                SkuSales.mart(
                        lake.read("rollup.sku_mode_day"),
                        lake.read("core.sku"),
                        lake.read("core.supplier"),
                        changed,
                        basis.runId()),
                TABLE,
                replaced,
                now);
        return MartResult.written(TABLE.name(), List.of());
    }
}
