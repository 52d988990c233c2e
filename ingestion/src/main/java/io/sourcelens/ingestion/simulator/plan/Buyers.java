/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.plan;

import io.sourcelens.ingestion.simulator.world.Randomness;

/** The customers of each seller: a few come again and again, most once. */
final class Buyers {
    private static final int CUSTOMERS_OF_A_SELLER = 400;

    private Buyers() {}

    /** Who an order goes to; draws from randomness of its own, so that the rest of the plan stays as it was. */
    static String of(long sellerId, long orderId) {
        double draw = Randomness.of(sellerId, "buyer", orderId).nextDouble();
        return "%d-%d".formatted(sellerId, (long) (draw * draw * CUSTOMERS_OF_A_SELLER) + 1);
    }
}
