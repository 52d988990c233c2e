/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.stock;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.Notes;
import io.sourcelens.batch.lake.SmallTables;
import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.batch.mart.Basis;
import io.sourcelens.batch.mart.MartInputs;
import io.sourcelens.batch.mart.MartResult;
import io.sourcelens.batch.rollup.SkuStockDay;
import io.sourcelens.batch.stock.StockHistory.SkuDetails;
import io.sourcelens.schema.Schemas;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.iceberg.data.Record;

/** Keeps {@code mart.stock_watch} up to date: all skus of marketplaces of which anything changed, for they share what was learnt. */
public final class StockWatchTable {
    private static final List<String> INPUTS =
            List.of("rollup.sku_stock_day", "core.stock_level", "core.order_line", "core.sku");

    private final Lake lake;
    private final SmallTables small;

    public StockWatchTable(Lake lake) {
        this.lake = lake;
        this.small = new SmallTables(lake);
    }

    /** Foretells again where anything changed that it is made of. A marketplace without stock levels has no rows. */
    public MartResult refresh(Basis basis) {
        String rules = "%s|version %d"
                .formatted(basis.rules(), Schemas.mart(StockWatch.TABLE.name()).version());
        MartInputs inputs = new MartInputs(lake, basis, rules, INPUTS);
        Notes now = inputs.notes();
        Notes noted = lake.notes(lake.ensure(StockWatch.TABLE));
        if (noted.equals(now)) {
            return MartResult.unchanged(StockWatch.TABLE.name());
        }
        Marketplaces changed = inputs.changed(noted);
        List<Record> rows = new ArrayList<>();
        StockHistory.collect(
                        SkuStockDay.known(
                                lake.read("rollup.sku_stock_day"),
                                lake.read("core.stock_level"),
                                changed,
                                StockHistory.DAYS_READ),
                        lake.read("core.order_line"),
                        changed,
                        SkuDetails.all(small.current("sku")))
                .entrySet()
                .stream()
                .sorted(Comparator.comparing(one -> one.getKey().id()))
                .forEach(one -> rows.addAll(new StockWatch(one.getKey(), one.getValue(), basis.runId()).rows()));
        small.replace(rows, StockWatch.TABLE, inputs.replaced(changed), now);
        return MartResult.written(StockWatch.TABLE.name(), List.of());
    }
}
