/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.stock;

import java.util.Locale;

/**
 * How urgent a stock is. A status is entered at one probability of running out and left at a lower one, so that it doesn't
 * flap; it follows from the last days alone and not from what an earlier run said.
 */
enum StockStatus {
    OK(0, 0),
    LOW(0.2, 0.15),
    CRITICAL(0.5, 0.4),
    OUT(1, 1);

    private final double enteredAt;
    private final double leftBelow;

    StockStatus(double enteredAt, double leftBelow) {
        this.enteredAt = enteredAt;
        this.leftBelow = leftBelow;
    }

    /** Its name in {@code mart.stock_watch}. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** After another probability of running out; 1 is a stock that is out. */
    StockStatus next(double probability) {
        StockStatus next = OK;
        for (StockStatus one : values()) {
            boolean holds = ordinal() >= one.ordinal() && this != OUT;
            if (probability >= (holds ? one.leftBelow : one.enteredAt)) {
                next = one;
            }
        }
        return next;
    }
}
