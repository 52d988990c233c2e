/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

import io.sourcelens.batch.stock.StockCase;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Plainer ways to tell how likely a sku runs out: how often those like it did in the weeks before. */
enum PlainStockOut {
    /** Everything is alike. */
    GLOBAL_RATE(one -> true),
    /** Whether what is shown is less than what the last seven days took. */
    SHORT_COVER(StockCase::isShort),
    /** Whether it ran out in the last seven days. */
    RAN_OUT_LAST_WEEK(StockCase::ranOutBefore);

    private final Predicate<StockCase> kind;

    PlainStockOut(Predicate<StockCase> kind) {
        this.kind = kind;
    }

    String method() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a case is of the kind. */
    boolean isOfKind(StockCase one) {
        return kind.test(one);
    }

    /**
     * Rate among the cases that are, or are not, of the kind; one more of each outcome, so that it is never 0 or 1
     * (Laplace's rule).
     */
    double rate(List<StockCase> before, boolean ofKind) {
        long all = 0;
        long ranOut = 0;
        for (StockCase one : before) {
            if (isOfKind(one) == ofKind) {
                all++;
                ranOut += one.ranOut() ? 1 : 0;
            }
        }
        return (ranOut + 1.0) / (all + 2.0);
    }
}
