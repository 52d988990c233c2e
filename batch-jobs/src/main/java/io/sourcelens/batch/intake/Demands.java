/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.intake;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.Notes;
import io.sourcelens.batch.mart.Basis;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The demand of one run: summed when the first mart asks for it, and not again for the next. */
public final class Demands {
    private static final List<String> INPUTS = List.of(
            "rollup.sku_seller_day",
            "core.sku",
            "mart.margin_distribution",
            "mart.supplier_forecast",
            "mart.stock_watch");

    private final Lake lake;
    private final Basis basis;
    private @Nullable Map<String, Demand> byMarketplace;

    public Demands(Lake lake, Basis basis) {
        this.lake = lake;
        this.basis = basis;
    }

    /** What changes whenever it could. */
    Notes notes() {
        Notes notes = Notes.NONE.with("rules", basis.rules()).with("as-of", basis.asOf());
        for (String input : INPUTS) {
            notes = notes.with(input, Lake.version(lake.find(input).orElseThrow()));
        }
        return notes;
    }

    synchronized Map<String, Demand> byMarketplace() {
        if (byMarketplace == null) {
            byMarketplace = Demand.collect(DemandSums.of(
                    lake.read("rollup.sku_seller_day"),
                    lake.read("core.sku"),
                    lake.read("mart.margin_distribution"),
                    lake.read("mart.supplier_forecast"),
                    lake.read("mart.stock_watch"),
                    basis.marketplaces()));
        }
        return byMarketplace;
    }
}
