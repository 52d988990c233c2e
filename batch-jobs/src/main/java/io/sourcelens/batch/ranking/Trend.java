/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.ranking;

import java.util.Optional;

/**
 * A sku that is expected to be ordered more often than it usually is.
 *
 * @param orders of the last week
 * @param range of the expected orders
 */
record Trend(String skuId, int orders, Rise rise, Optional<OrderForecast.Range> range, Stage stage) {

    /** Where in its rise a sku is. */
    enum Stage {
        /** First ordered within the last four weeks. */
        EMERGING,
        /** Expected to be ordered more often than last week. */
        RISING,
        /** Expected to be ordered less often than last week, yet more often than in its mean week. */
        PEAKING;

        private static final int NEW_DAYS = 28;

        static Stage of(int daysOnSale, int orders, double expectedOrders) {
            if (daysOnSale <= NEW_DAYS) {
                return EMERGING;
            }
            return expectedOrders >= orders ? RISING : PEAKING;
        }
    }
}
