/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.plan;

import io.sourcelens.ingestion.marketplace.Listing;
import io.sourcelens.ingestion.marketplace.OrderMode;
import java.util.List;

/** What a seller orders: listings of one seller and how many units of each. */
record Basket(long sellerId, OrderMode mode, List<Item> items) {
    record Item(Listing listing, int quantity) {}
}
