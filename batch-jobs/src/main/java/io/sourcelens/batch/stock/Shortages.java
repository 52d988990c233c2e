/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.stock;

import io.sourcelens.batch.marketplace.Marketplaces;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** What share of each of the last whole days skus were sold out. */
public final class Shortages {
    /** Of nothing, where stock is not known. */
    public static final Shortages UNKNOWN = new Shortages();

    private static final double[] NEVER = {};

    private final Map<String, Map<String, double[]>> bySku = new HashMap<>();

    private Shortages() {}

    /**
     * Of so many days before the one that is not over.
     *
     * @param stockDays see {@link io.sourcelens.batch.rollup.SkuStockDay#over}
     */
    public static Shortages collect(Dataset<Row> stockDays, Marketplaces marketplaces, int days) {
        Shortages shortages = new Shortages();
        StockHistory.shown(stockDays, marketplaces, days)
                .forEach((marketplace, skus) -> skus.forEach((sku, stock) -> shortages
                        .bySku
                        .computeIfAbsent(marketplace, any -> new HashMap<>())
                        .put(sku, shares(stock.complete(), days))));
        return shortages;
    }

    private static double[] shares(SkuStock stock, int days) {
        if (stock.missingDays(0, days) == 0) {
            return NEVER;
        }
        double[] back = new double[days];
        for (int k = 0; k < days; k++) {
            back[k] = stock.missingDays(days - 1 - k, days - k);
        }
        return back;
    }

    /** The last day first; empty if the sku was never sold out, null if no level of it is known. */
    public double @Nullable [] of(String marketplace, String skuId) {
        return bySku.getOrDefault(marketplace, Map.of()).get(skuId);
    }
}
