/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.live;

import io.sourcelens.serving.problem.Parameters;
import java.util.Set;

/** Which list is asked for. */
record LiveBestSellersQuery(String marketplace, LiveWindow window, String dimension, int categoryLevel, int limit) {
    static final String SKU = "sku";
    static final String CATEGORY = "category";

    private static final int MOST = 100;
    private static final int DEEPEST_LEVEL = 10;

    LiveBestSellersQuery {
        Parameters.requireOneOf("dimension", dimension, Set.of(SKU, CATEGORY));
        Parameters.requireBetween("category_level", categoryLevel, 1, DEEPEST_LEVEL);
        Parameters.requireBetween("limit", limit, 1, MOST);
    }
}
