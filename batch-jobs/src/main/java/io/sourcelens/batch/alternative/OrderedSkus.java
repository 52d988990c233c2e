/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.alternative;

import static io.sourcelens.batch.lake.Columns.countIf;
import static io.sourcelens.batch.lake.Columns.sumIf;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.sourcelens.batch.marketplace.Marketplace;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the lines of the last 90 days tell of freight and after-sale costs, of one marketplace.
 *
 * @param freight by sku and supplier
 * @param settledCostMinor after-sale costs of settled days
 * @param settledSupplyMinor supply cost of the same
 */
record OrderedSkus(Map<Key, FreightSums> freight, long settledCostMinor, long settledSupplyMinor) {
    private static final int WINDOW_DAYS = 90;

    /** A sku that a supplier sent. */
    record Key(String skuId, String supplierId) {}

    /** @param rollup {@code rollup.sku_seller_day} */
    static OrderedSkus of(Dataset<Row> rollup, Marketplace marketplace) {
        Column known = col("freight_minor").isNotNull();
        Column settled = col("supply_cost_minor")
                .isNotNull()
                .and(col("day").lt(lit(marketplace.day(marketplace.settledUntil()))));
        Map<Key, FreightSums> freight = new HashMap<>();
        long cost = 0;
        long supply = 0;
        for (Row row : rollup.filter(col("marketplace")
                        .equalTo(marketplace.id())
                        .and(col("day").gt(lit(marketplace.today().minusDays(WINDOW_DAYS))))
                        .and(col("day").leq(lit(marketplace.today()))))
                .groupBy("sku_id", "supplier_id")
                .agg(
                        countIf(known.and(col("units").gt(0))),
                        sumIf(known, col("order_lines").minus(col("cancelled_order_lines"))),
                        sumIf(known, col("units")),
                        sumIf(known, col("freight_minor")),
                        sumIf(known, product("freight_minor", "freight_minor")),
                        sumIf(known, product("freight_minor", "units")),
                        sumIf(known, product("units", "units")),
                        sumIf(settled, col("refund_minor").plus(col("return_reship_freight_minor"))),
                        sumIf(settled, col("supply_cost_minor")))
                .collectAsList()) {
            if (!row.isNullAt(1)) {
                freight.put(new Key(row.getString(0), row.getString(1)), sums(row));
            }
            cost += row.getLong(9);
            supply += row.getLong(10);
        }
        return new OrderedSkus(freight, cost, supply);
    }

    private static FreightSums sums(Row row) {
        return new FreightSums(
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                BigInteger.valueOf(row.getLong(5)),
                row.getDecimal(6).toBigInteger(),
                row.getDecimal(7).toBigInteger(),
                row.getDecimal(8).toBigInteger());
    }

    private static Column product(String one, String other) {
        return col(one).cast("decimal(19,0)")
                .multiply(col(other).cast("decimal(19,0)"))
                .cast("decimal(38,0)");
    }

    FreightSums of(String skuId, String supplierId) {
        return freight.getOrDefault(new Key(skuId, supplierId), FreightSums.NONE);
    }
}
