/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

import static org.apache.spark.sql.functions.sum;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which skus should have been on a list, once it is known what sold. */
enum Relevance {
    /** Units sold in the horizon. */
    UNITS {
        @Override
        Map<String, Double> of(List<SkuSales> before, Dataset<Row> rollup, int horizonDays) {
            return positive(sold(rollup, "units"));
        }
    },
    /**
     * Orders in the horizon above as many days of the mean of the eight weeks before, 0 if below. What nobody had ordered in these
     * weeks has no mean to rise above, and no list that is made of orders can have it.
     */
    ORDER_GAIN {
        @Override
        Map<String, Double> of(List<SkuSales> before, Dataset<Row> rollup, int horizonDays) {
            Map<String, Double> sold = sold(rollup, "orders");
            return positive(before.stream()
                    .collect(Collectors.toMap(
                            SkuSales::skuId,
                            sku -> sold.getOrDefault(sku.skuId(), 0.0) - sku.meanWeeklyOrders() * horizonDays / 7)));
        }
    };

    /**
     * Relevance of every sku where it is above 0.
     *
     * @param rollup {@code rollup.sku_seller_day} of the horizon
     */
    abstract Map<String, Double> of(List<SkuSales> before, Dataset<Row> rollup, int horizonDays);

    private static Map<String, Double> sold(Dataset<Row> rollup, String measure) {
        Map<String, Double> sold = new HashMap<>();
        rollup.groupBy("sku_id")
                .agg(sum(measure))
                .collectAsList()
                .forEach(row -> sold.put(row.getString(0), (double) row.getLong(1)));
        return sold;
    }

    private static Map<String, Double> positive(Map<String, Double> values) {
        return values.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
