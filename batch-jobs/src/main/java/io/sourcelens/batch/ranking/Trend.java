/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.ranking;

import java.util.Optional;

/**
 * A sku with enough orders to be listed, and whether more of them are expected than is usual.
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
        PEAKING,
        /** Not expected to be ordered more often than in its mean week. */
        FADING;

        private static final int NEW_DAYS = 28;

        static Stage of(int daysOnSale, int orders, Rise rise) {
            if (!rise.isOne()) {
                return FADING;
            }
            if (daysOnSale <= NEW_DAYS) {
                return EMERGING;
            }
            return rise.expectedOrders() >= orders ? RISING : PEAKING;
        }
    }
}
