/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import java.util.List;

/** The marketplace's tables that are captured; as in the connector's {@code table.include.list}. */
public final class MarketplaceTables {
    public static final List<String> CAPTURED = List.of(
            "marketplace",
            "category",
            "supplier",
            "seller",
            "sku",
            "listing",
            "order",
            "order_line",
            "payment",
            "parcel",
            "tracking_scan",
            "stock_level",
            "after_sale_case");

    private MarketplaceTables() {}

    /** The column that identifies a row. */
    public static String key(String table) {
        return table.equals("marketplace") ? "id" : table + "_id";
    }
}
