/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.plan;

/** Shares of money in whole minor units, halves rounded up. */
final class Rounding {
    static final long PAYMENT_FEE_BASIS_POINTS = 60;

    private Rounding() {}

    static long share(long amountMinor, long basisPoints) {
        return (amountMinor * basisPoints + 5_000) / 10_000;
    }
}
