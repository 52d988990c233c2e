/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.stock;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.Notes;
import io.sourcelens.batch.lake.SmallTables;
import io.sourcelens.batch.mart.Basis;
import io.sourcelens.batch.mart.MartResult;
import io.sourcelens.batch.stock.StockHistory.SkuDetails;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.iceberg.data.Record;

/** Keeps {@code mart.stock_watch} up to date; every row is foretold again, for all share what was learnt. */
public final class StockWatchTable {
    private final Lake lake;
    private final SmallTables small;

    public StockWatchTable(Lake lake) {
        this.lake = lake;
        this.small = new SmallTables(lake);
    }

    /** Foretells again if anything changed that it is made of. A marketplace without stock levels has no rows. */
    public MartResult refresh(Basis basis) {
        Notes now = Notes.NONE
                .with("core.stock_level", version("core.stock_level"))
                .with("core.order_line", version("core.order_line"))
                .with("core.sku", version("core.sku"))
                .with("rules", basis.rules())
                .with("as-of", basis.asOf());
        if (lake.notes(lake.ensure(StockWatch.TABLE)).equals(now)) {
            return MartResult.unchanged(StockWatch.TABLE.name());
        }
        List<Record> rows = new ArrayList<>();
        StockHistory.collect(
                        lake.read("core.stock_level"),
                        lake.read("core.order_line"),
                        basis.marketplaces(),
                        SkuDetails.all(small.current("sku")))
                .entrySet()
                .stream()
                .sorted(Comparator.comparing(one -> one.getKey().id()))
                .forEach(one -> rows.addAll(new StockWatch(one.getKey(), one.getValue(), basis.runId()).rows()));
        small.replace(rows, StockWatch.TABLE, now);
        return MartResult.written(StockWatch.TABLE.name(), List.of());
    }

    private long version(String table) {
        return Lake.version(lake.find(table).orElseThrow());
    }
}
